package se.utfall.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Which version of a row: the latest change wins, then the later extract, then the later line (contract 1). {@code content} tells identical ones. */
final class Version {
    private static final Comparator<Version> AGE = Comparator.comparingLong(Version::changedAt)
            .thenComparingLong(Version::extractedAt)
            .thenComparingInt(Version::line);
    private static final byte[] NOTHING = new byte[0];
    private static final int DIGEST = 16;
    private static final long NANOS = 1_000_000_000L;

    private final long changedAt;
    private final long extractedAt;
    private final int line;
    private final boolean removed;
    private final byte[] content;

    Version(long changedAt, long extractedAt, int line, boolean removed, byte[] content) {
        this.changedAt = changedAt;
        this.extractedAt = extractedAt;
        this.line = line;
        this.removed = removed;
        this.content = content;
    }

    /** @param numberHash keyed hash of the row's number, empty where it has none */
    static Version of(Fact.Stamp stamp, byte[] numberHash, @Nullable Object[] values) {
        return new Version(
                nanos(stamp.changedAt()),
                nanos(stamp.extractedAt()),
                stamp.line(),
                stamp.removed(),
                stamp.removed() ? NOTHING : digest(numberHash, values));
    }

    /** What a full file that no longer names a row makes of it; any real row with the same times wins over it. */
    static Version absent(Instant extractedAt) {
        return new Version(nanos(extractedAt), nanos(extractedAt), 0, true, NOTHING);
    }

    /** Exact, so that no two instants become equal; good for the years that dates may have. */
    static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), NANOS), instant.getNano());
    }

    boolean later(Version other) {
        return AGE.compare(this, other) > 0;
    }

    boolean says(Version other) {
        return changedAt == other.changedAt && removed == other.removed && Arrays.equals(content, other.content);
    }

    long changedAt() {
        return changedAt;
    }

    long extractedAt() {
        return extractedAt;
    }

    int line() {
        return line;
    }

    boolean removed() {
        return removed;
    }

    byte[] content() {
        return content;
    }

    private static byte[] digest(byte[] numberHash, @Nullable Object[] values) {
        StringBuilder text = new StringBuilder(96);
        for (Object value : values) {
            text.append(value == null ? "\0" : value).append('\u001f');
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(numberHash);
            return Arrays.copyOf(digest.digest(text.toString().getBytes(StandardCharsets.UTF_8)), DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
