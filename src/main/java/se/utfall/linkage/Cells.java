package se.utfall.linkage;

/** Reading of small values straight from bytes. */
final class Cells {
    private static final int MOST_DIGITS = 15;

    private Cells() {}

    /** Empty, or the statistical packages' {@code .}. */
    static boolean missing(byte[] b, int start, int end) {
        return end == start || (end - start == 1 && b[start] == '.');
    }

    /** A number of 1 to 15 ASCII digits, -1 when it is not one. */
    static long digits(byte[] b, int start, int end) {
        if (end <= start || end - start > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = start; i < end; i++) {
            int digit = b[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Month index of {@code YYYY-MM} (or of January for {@code YYYY} when yearly), -1 when unreadable. */
    static int period(byte[] b, int start, int end, boolean yearly) {
        if (end - start != (yearly ? 4 : 7)) {
            return -1;
        }
        long year = digits(b, start, start + 4);
        if (yearly) {
            return year < 0 ? -1 : (int) year * 12;
        }
        long month = digits(b, start + 5, end);
        boolean readable = year >= 0 && b[start + 4] == '-' && month >= 1 && month <= 12;
        return readable ? (int) (year * 12 + month - 1) : -1;
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t';
    }
}
