package se.utfall.publish;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.outcome.OutcomeCodec;

/** Reads a batch's records in order, looks at each, numbers them from 1, and hashes their Avro binary. */
final class BatchReading {
    private final RecordStream stream;
    private final RecordGuard guard;
    private final OutcomeCodec codec;
    private final MessageDigest hash = sha256();
    private long seq;

    BatchReading(RecordStream stream, RecordGuard guard, OutcomeCodec codec) {
        this.stream = stream;
        this.guard = guard;
        this.codec = codec;
    }

    /** A record and its Avro binary without header. */
    @SuppressWarnings("ArrayRecordComponent")
    record Read(long seq, LinkedRecord linked, byte[] binary) {}

    @Nullable Read next() {
        LinkedRecord linked = stream.next();
        if (linked == null) {
            return null;
        }
        guard.check(linked.record());
        byte[] binary = codec.binary(linked.record());
        hash.update(binary);
        return new Read(++seq, linked, binary);
    }

    /** Reads up to and including that record; they went out before, but the hash needs them. */
    void passTo(long lastSeq) {
        while (seq < lastSeq && next() != null) {
            // hashed
        }
    }

    long seq() {
        return seq;
    }

    /** Over all records read; to be asked once, at the end. */
    String sha256Hex() {
        return HexFormat.of().formatHex(hash.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
