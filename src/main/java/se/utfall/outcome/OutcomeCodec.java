package se.utfall.outcome;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Outcome records to and from Avro: generic record, binary, single-object encoding. Writing validates against the schema: a missing required field or a
 * field that looks like a personal number throws {@link IllegalArgumentException} naming the field. Thread-safe: encoder and buffer are kept per thread.
 */
public final class OutcomeCodec {
    /** Length of the single-object header: marker and fingerprint. */
    public static final int HEADER_LENGTH = 10;

    private final byte[] header = OutcomeSchema.get().header();
    private final ThreadLocal<Writer> writers = ThreadLocal.withInitial(Writer::new);
    private final ThreadLocal<Reader> readers = ThreadLocal.withInitial(Reader::new);

    /** The record in Avro's generic form: the schema's fields in the schema's order. */
    public GenericRecord toGeneric(OutcomeRecord outcome) {
        return AvroWriting.record(outcome);
    }

    public OutcomeRecord fromGeneric(GenericRecord generic) {
        return AvroReading.record(generic);
    }

    /** Avro binary without header: what the batch's hash is made over. */
    public byte[] binary(OutcomeRecord outcome) {
        return writers.get().write(outcome, new byte[0]);
    }

    /** Single-object encoding: {@code C3 01}, fingerprint little-endian, binary. The body of a record message. */
    public byte[] message(OutcomeRecord outcome) {
        return writers.get().write(outcome, header);
    }

    /** {@code C3 01} and the fingerprint, little-endian. */
    public byte[] header() {
        return header.clone();
    }

    /** Reads a message of this version of the schema; another marker or fingerprint throws {@link IllegalArgumentException}. */
    public OutcomeRecord decode(byte[] message) {
        if (message.length < HEADER_LENGTH || !Arrays.equals(message, 0, HEADER_LENGTH, header, 0, HEADER_LENGTH)) {
            throw new IllegalArgumentException("expected a single-object encoding under fingerprint "
                    + OutcomeSchema.get().fingerprint());
        }
        return readers.get().read(message, HEADER_LENGTH);
    }

    /** Reads {@link #binary}. */
    public OutcomeRecord decodeBinary(byte[] binary) {
        return readers.get().read(binary, 0);
    }

    /** One thread's encoder and buffer. */
    private static final class Writer {
        private final GenericDatumWriter<GenericRecord> writer =
                new GenericDatumWriter<>(OutcomeSchema.get().schema());
        private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(1024);
        private @Nullable BinaryEncoder encoder;

        byte[] write(OutcomeRecord outcome, byte[] head) {
            try {
                buffer.reset();
                buffer.writeBytes(head);
                encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
                writer.write(AvroWriting.record(outcome), encoder);
                encoder.flush();
                return buffer.toByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One thread's decoder. */
    private static final class Reader {
        private final GenericDatumReader<GenericRecord> reader =
                new GenericDatumReader<>(OutcomeSchema.get().schema());
        private @Nullable BinaryDecoder decoder;

        OutcomeRecord read(byte[] bytes, int from) {
            try {
                decoder = DecoderFactory.get().binaryDecoder(bytes, from, bytes.length - from, decoder);
                OutcomeRecord outcome = AvroReading.record(reader.read(null, decoder));
                if (!decoder.isEnd()) {
                    throw new IllegalArgumentException("bytes after the record");
                }
                return outcome;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
