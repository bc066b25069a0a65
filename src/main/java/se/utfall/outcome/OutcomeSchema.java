package se.utfall.outcome;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The contract's schema as it lies in {@code schemas/outcome-record.avsc}: parsed, with version, fingerprint and the hash of its bytes. */
public final class OutcomeSchema {
    private static final String RESOURCE = "/schemas/outcome-record.avsc";
    private static final OutcomeSchema INSTANCE = new OutcomeSchema();

    private final Schema schema;
    private final byte[] bytes;
    private final long fingerprint;

    private OutcomeSchema() {
        try (InputStream in = OutcomeSchema.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("not in the classpath: " + RESOURCE);
            }
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        schema = new Schema.Parser().parse(new String(bytes, StandardCharsets.UTF_8));
        fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    }

    public static OutcomeSchema get() {
        return INSTANCE;
    }

    public Schema schema() {
        return schema;
    }

    /** The schema file's bytes, as published. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@code schema_version}: counts released versions from 1. */
    public String version() {
        return schema.getProp("schemaVersion");
    }

    /** {@code schema_fp}: CRC-64-AVRO of the parsing canonical form, 16 lower-case hex, most significant first. */
    public String fingerprint() {
        return HexFormat.of().toHexDigits(fingerprint);
    }

    /** SHA-256 of the schema file's bytes, 64 lower-case hex: what {@code cloudEvents_dataschema} names after {@code urn:sha256:}. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code C3 01} and the fingerprint little-endian: the head of the single-object encoding. */
    byte[] header() {
        byte[] header = new byte[10];
        header[0] = (byte) 0xC3;
        header[1] = 1;
        for (int i = 0; i < 8; i++) {
            header[2 + i] = (byte) (fingerprint >>> (8 * i));
        }
        return header;
    }
}
