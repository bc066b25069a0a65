package se.utfall.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A package being read: decrypted, its manifest checked against name, sender, recipient and sequence. Its files are read once, in zip order. Nothing made
 * from it may be released before exchange has verified signature, integrity, hashes and rows: see {@link Exchange#open}.
 */
public final class OpenedPackage {
    /** Gives each listed file's stream in zip order. */
    @FunctionalInterface
    interface Files {
        void each(FileReader reader) throws IOException;
    }

    private final ReceivedPackage received;
    private final JsonNode manifest;
    private final Files files;

    OpenedPackage(ReceivedPackage received, JsonNode manifest, Files files) {
        this.received = received;
        this.manifest = manifest;
        this.files = files;
    }

    /** Reads one file; need not read to the end. */
    @FunctionalInterface
    public interface FileReader {
        void read(String name, InputStream content) throws IOException;
    }

    public ReceivedPackage received() {
        return received;
    }

    /** The whole {@code manifest.json}; kind's fields at the top level. */
    public JsonNode manifest() {
        return manifest;
    }

    public void eachFile(FileReader reader) throws IOException {
        files.each(reader);
    }
}
