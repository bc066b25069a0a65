package se.utfall.dataset;

import java.util.List;
import java.util.regex.Pattern;
import se.utfall.dataset.worker.ColumnType;

/**
 * What a column is called, holds and means: all that the code book says of it.
 *
 * @param name at most 28 letters, digits and {@code _} without the suffix {@code _mis} (contract 4)
 * @param unit empty where there is none
 * @param origins the registers' columns it comes from; empty for what the hub itself knows
 * @param missing why it may be missing; empty when it never is
 */
record Meaning(
        String name,
        ColumnType type,
        Words label,
        Words unit,
        Values values,
        List<Origin> origins,
        Words derivation,
        List<Missing> missing) {
    static final String MISSING_SUFFIX = "_mis";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,27}");

    Meaning {
        String base = name.endsWith(MISSING_SUFFIX) ? name.substring(0, name.length() - MISSING_SUFFIX.length()) : name;
        if (!NAME.matcher(base).matches()) {
            throw new IllegalArgumentException("not a column name: " + name);
        }
        origins = List.copyOf(origins);
        missing = List.copyOf(missing);
    }

    /** One value with its meaning. */
    record Code(String code, Words label) {}

    /** The values a column may hold. */
    record Values(Kind kind, List<Code> codes) {
        static final Values ANY = new Values(Kind.ANY, List.of());

        enum Kind {
            /** Whatever its type allows. */
            ANY,
            /** One of the codes. */
            CLOSED,
            /** Codes that the source may add to; those of this dataset are listed. */
            OPEN
        }

        /** @param labelled those whose meaning the mapping knows */
        static Values open(List<Code> labelled) {
            return new Values(Kind.OPEN, List.copyOf(labelled));
        }

        static Values closed(List<Code> codes) {
            return new Values(Kind.CLOSED, List.copyOf(codes));
        }
    }

    /**
     * A register's column that values come from.
     *
     * @param register as in the column {@code register}
     * @param mapping version of the mapping that rows are read by
     * @param breaks what cannot be compared over time
     */
    record Origin(String register, String mapping, String column, Words derivation, Words breaks) {}

    /** Of the column that tells why this one is missing. */
    Meaning ofMissing() {
        List<Code> reasons = missing.stream()
                .map(m -> new Code(m.name(), Words.of("missing." + m)))
                .toList();
        return new Meaning(
                name + MISSING_SUFFIX,
                ColumnType.VARCHAR,
                new Words("Varför " + name + " saknas", "Why " + name + " is missing"),
                Words.NONE,
                Values.closed(reasons),
                List.of(),
                Words.of("derivation.missing"),
                List.of());
    }
}
