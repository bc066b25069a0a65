package se.utfall.demo.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.Deflater;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.outcome.OutcomeSchema;

/** The other limit for publishing: records made, encoded, hashed and packed into blocks, and nothing sent. */
final class BareBlocks {
    private static final int PER_BLOCK = 1_000;
    private final OutcomeCodec codec = new OutcomeCodec();
    private long records;
    private long bytes;

    /** Packs at most so many records. */
    double seconds(RecordStream stream, long most) throws IOException {
        return Stopwatch.seconds(() -> {
            boolean more = true;
            while (more && records < most) {
                more = block(stream);
            }
        });
    }

    private boolean block(RecordStream stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
        int packed = 0;
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<>())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            writer.setCodec(CodecFactory.deflateCodec(Deflater.BEST_SPEED));
            writer.create(OutcomeSchema.get().schema(), out);
            LinkedRecord next = stream.next();
            while (next != null) {
                byte[] binary = codec.binary(next.record());
                digest.update(binary);
                writer.appendEncoded(ByteBuffer.wrap(binary));
                next = ++packed < PER_BLOCK ? stream.next() : null;
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        records += packed;
        bytes += packed == 0 ? 0 : out.size();
        return packed > 0;
    }

    long records() {
        return records;
    }

    /** Of a block, on the average. */
    int blockBytes() {
        return (int) (bytes / Math.max(1, (records + PER_BLOCK - 1) / PER_BLOCK));
    }
}
