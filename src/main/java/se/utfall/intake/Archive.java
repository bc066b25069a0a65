package se.utfall.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;

/** The sealed case-system files, one per id, under the hub's secret {@code intake}. */
final class Archive {
    static final SecretId SECRET = SecretId.hub("intake");
    private static final int VERSION = 1;
    private final Path folder;
    private final SealedFiles sealed;

    Archive(Path folder, SecretStore secrets) {
        this.folder = folder;
        this.sealed = new SealedFiles(secrets);
    }

    /** Durable when it returns. */
    void seal(String id, Path plain) {
        try {
            Files.createDirectories(folder);
            sealed.write(path(id), SECRET, id, VERSION, out -> Files.copy(plain, out));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id + " could not be sealed", e);
        }
    }

    InputStream open(String id) throws IOException {
        return new BufferedInputStream(sealed.read(path(id), SECRET, id, VERSION));
    }

    /** Deletes the file and what a killed process left of it. */
    void delete(String id) {
        if (!Files.exists(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, path(id).getFileName() + "*")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("file " + id + " could not be deleted", e);
        }
    }

    private Path path(String id) {
        return folder.resolve(id + ".sealed");
    }
}
