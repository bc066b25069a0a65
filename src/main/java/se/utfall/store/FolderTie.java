package se.utfall.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.store.StoreRefusedException.Code;

/** Holds a database and the archive it speaks of together: the same id lies in both, made by the first that meets an empty database. */
final class FolderTie {
    private static final String FILE = "hub.id";

    private FolderTie() {}

    static void check(Database database, Path archive) {
        if (!database.inTransaction(handle -> ties(handle, archive))) {
            throw new StoreRefusedException(Code.OTHER_FOLDER);
        }
    }

    private static boolean ties(Handle handle, Path archive) {
        String tied = folder(handle);
        Path file = archive.resolve(FILE);
        if (tied != null) {
            return Files.exists(file) && read(file).equals(tied);
        }
        if (!Files.exists(file)) {
            write(file);
        }
        handle.execute("UPDATE hub_place SET folder = ? WHERE id = 1", read(file));
        return true;
    }

    private static @Nullable String folder(Handle handle) {
        return handle.createQuery("SELECT coalesce(folder, '') FROM hub_place WHERE id = 1")
                .mapTo(String.class)
                .filter(folder -> !folder.isEmpty())
                .findOne()
                .orElse(null);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On disk before the row is: a row without its file would shut the hub out. */
    private static void write(Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path made = file.resolveSibling(FILE + ".part");
            Files.writeString(made, UUID.randomUUID().toString());
            try (FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
