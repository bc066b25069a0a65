package se.utfall.demo.consumer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/** Turns message bodies into records, by the schema file this consumer was given; another schema is refused. */
final class Decoding {
    private static final int HEADER = 10;

    private final long fingerprint;
    private final GenericDatumReader<GenericRecord> reader;

    Decoding(Path schemaFile) throws IOException {
        Schema schema = new Schema.Parser().parse(schemaFile.toFile());
        this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        this.reader = new GenericDatumReader<>(schema);
    }

    /** One record, single-object encoded: {@code C3 01}, the schema's fingerprint little-endian, Avro binary. */
    Decoded single(byte[] body) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        boolean known = body.length > HEADER && head.getShort() == 0x01C3 && head.getLong() == fingerprint;
        if (!known) {
            throw new IOException("not a single-object encoding under the schema given");
        }
        return records(Arrays.copyOfRange(body, HEADER, body.length), 1).get(0);
    }

    /** A block: an Avro object container file. */
    List<Decoded> block(byte[] body) throws IOException {
        List<Decoded> all = new ArrayList<>();
        try (DataFileStream<GenericRecord> file =
                new DataFileStream<>(new ByteArrayInputStream(body), new GenericDatumReader<>())) {
            if (SchemaNormalization.parsingFingerprint64(file.getSchema()) != fingerprint) {
                throw new IOException("a block under another schema than the one given");
            }
            while (file.hasNext()) {
                ByteBuffer block = file.nextBlock();
                byte[] bytes = new byte[block.remaining()];
                block.get(bytes);
                all.addAll(records(bytes, file.getBlockCount()));
            }
        }
        return all;
    }

    /** Records that lie after each other, each with its own bytes. */
    private List<Decoded> records(byte[] bytes, long count) throws IOException {
        List<Decoded> all = new ArrayList<>();
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        BinaryDecoder decoder = DecoderFactory.get().directBinaryDecoder(in, null);
        for (long i = 0; i < count; i++) {
            int from = bytes.length - in.available();
            GenericRecord value = reader.read(null, decoder);
            byte[] binary = Arrays.copyOfRange(bytes, from, bytes.length - in.available());
            all.add(new Decoded(
                    binary,
                    text(value, "recordId"),
                    (Integer) value.get("recordVersion"),
                    text(value, "operation"),
                    text(value, "sourceRegister"),
                    text(value, "observation")));
        }
        if (in.available() > 0) {
            throw new IOException("bytes after the last record");
        }
        return all;
    }

    private static String text(GenericRecord value, String field) {
        return String.valueOf(value.get(field));
    }
}
