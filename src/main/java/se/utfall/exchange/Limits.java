package se.utfall.exchange;

/**
 * What a package may grow to.
 *
 * @param maxBytes of the zip's plain content
 * @param maxRatio plain to compressed
 */
record Limits(long maxBytes, int maxRatio) {
    /** How far a ratio may be passed on the way before it is certain that the whole passes it. */
    private static final long SLACK = 16L << 20;

    private static final long ZIP_OVERHEAD = 1L << 20;

    /** The zip itself may be a little larger than what it holds. */
    long zipBytes() {
        return maxBytes + maxBytes / 1_000 + ZIP_OVERHEAD;
    }

    boolean isBomb(long plain, long compressed) {
        return plain > compressed * maxRatio;
    }

    boolean isBombAlready(long plain, long compressedSoFar) {
        return plain > compressedSoFar * maxRatio + SLACK;
    }
}
