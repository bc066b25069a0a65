package se.utfall.linkage;

/** Reads one ordered column's cells into numbers: J/N as 1/0, whole numbers as they are, codes by their number in {@link Codes}. */
final class ColumnReading {
    /** Not what the mapping allows. */
    static final long INVALID = Long.MIN_VALUE + 1;

    private final Mapping.Column column;
    private final String file;
    private final Codes codes;

    ColumnReading(Mapping.Column column, String file) {
        this.column = column;
        this.file = file;
        this.codes = new Codes(column);
    }

    Mapping.Column column() {
        return column;
    }

    Codes codes() {
        return codes;
    }

    /** The cell's value, {@link PackedLongs#MISSING} or {@link #INVALID}. */
    long read(byte[] b, int start, int end) {
        if (Cells.missing(b, start, end)) {
            return PackedLongs.MISSING;
        }
        return switch (column.type()) {
            case FLAG -> flag(b, start, end);
            case NUMBER -> number(b, start, end);
            case CODE, TEXT -> code(b, start, end);
        };
    }

    private static long flag(byte[] b, int start, int end) {
        if (end - start != 1 || (b[start] != 'J' && b[start] != 'N')) {
            return INVALID;
        }
        return b[start] == 'J' ? 1 : 0;
    }

    private long number(byte[] b, int start, int end) {
        boolean negative = b[start] == '-';
        long digits = Cells.digits(b, negative ? start + 1 : start, end);
        long value = negative ? -digits : digits;
        Long min = column.min();
        Long max = column.max();
        boolean outside = (min != null && value < min) || (max != null && value > max);
        return digits < 0 || outside ? INVALID : value;
    }

    private long code(byte[] b, int start, int end) {
        int number = codes.find(b, start, end, file, column.name());
        return number == Codes.NONE ? INVALID : number;
    }
}
