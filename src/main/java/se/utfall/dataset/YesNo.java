package se.utfall.dataset;

import java.util.List;
import se.utfall.dataset.Meaning.Code;

/** The codes of a column that holds an answer. */
final class YesNo {
    static final List<Code> CODES = List.of(new Code("0", Words.of("code.0")), new Code("1", Words.of("code.1")));

    private YesNo() {}

    static int of(boolean answer) {
        return answer ? 1 : 0;
    }
}
