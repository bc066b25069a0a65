package se.utfall.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import se.utfall.outcome.OutcomeSchema;

/** Writes encoded records as an Avro object container file, deflated; the same records give the same bytes. */
final class BlockFile {
    static final int RECORDS = 1_000;
    private static final int SYNC_LENGTH = 16;

    private BlockFile() {}

    static byte[] of(String id, List<byte[]> binaries) {
        int length = binaries.stream().mapToInt(b -> b.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length / 4 + 8_192);
        try (DataFileWriter<GenericRecord> writer = new DataFileWriter<>(new GenericDatumWriter<GenericRecord>())) {
            writer.setCodec(CodecFactory.deflateCodec(Deflater.BEST_SPEED));
            writer.setSyncInterval(Math.max(32, Math.min(length + 1_024, 1 << 30)));
            writer.create(OutcomeSchema.get().schema(), out, sync(id));
            for (byte[] binary : binaries) {
                writer.appendEncoded(ByteBuffer.wrap(binary));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Avro would draw it at random. */
    private static byte[] sync(String id) {
        return Arrays.copyOf(BatchReading.sha256().digest(id.getBytes(StandardCharsets.UTF_8)), SYNC_LENGTH);
    }
}
