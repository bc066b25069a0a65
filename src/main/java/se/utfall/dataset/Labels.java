package se.utfall.dataset;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.utfall.disclosure.Dimension;
import se.utfall.notice.Messages;

/** Breakdowns and their categories in Swedish words. */
final class Labels {
    private Labels() {}

    static String breakdown(String name) {
        return Words.of("breakdown." + name).sv();
    }

    /** Categories that were put together are named together. */
    static String category(String breakdown, String category) {
        if (category.equals(Dimension.TOTAL)) {
            return Words.of("code.TOTAL").sv();
        }
        String label = Stream.of(category.split("\\+", -1))
                .map(code -> code(breakdown, code))
                .collect(Collectors.joining(" / "));
        return label.substring(0, 1).toUpperCase(Messages.SWEDISH) + label.substring(1);
    }

    private static String code(String breakdown, String code) {
        String key = "code." + breakdown + "." + code;
        return Messages.has(Messages.SWEDISH, "dataset", key) ? Words.of(key).sv() : code;
    }
}
