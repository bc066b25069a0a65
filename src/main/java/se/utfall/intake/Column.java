package se.utfall.intake;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One column of a layout.
 *
 * @param codes closed list, or for {@link Kind#OPEN_CODE} the codes known
 * @param minimum of a whole number
 * @param maximum of a whole number
 */
record Column(
        String name,
        Kind kind,
        boolean required,
        @Nullable Pattern pattern,
        Set<String> codes,
        @Nullable Integer minimum,
        @Nullable Integer maximum) {
    /** What a column's values are; {@code utfall:kind} in the schema. */
    enum Kind {
        PERSONAL_NUMBER("personalNumber"),
        ID("id"),
        LOCAL_CODE("localCode"),
        CODE("code"),
        OPEN_CODE("openCode"),
        BOOLEAN("boolean"),
        DATE("date"),
        TIME("time"),
        INTEGER("integer"),
        MONEY("money");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalStateException("unknown utfall:kind " + word);
        }

        /** Whether the values are codes, so that the block list's {@code *} speaks of them. */
        boolean coded() {
            return this == LOCAL_CODE || this == CODE || this == OPEN_CODE;
        }
    }

    boolean fits(String text) {
        return pattern == null || pattern.matcher(text).matches();
    }

    boolean holds(int number) {
        return (minimum == null || number >= minimum) && (maximum == null || number <= maximum);
    }
}
