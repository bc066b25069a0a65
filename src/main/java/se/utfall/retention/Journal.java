package se.utfall.retention;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import se.utfall.store.Folders;

/**
 * Disposals that were begun: rows in the database, and a file each beside the secrets, apart from database and backups. A database from before the disposal has no row;
 * the file says that it must forget.
 */
final class Journal {
    static final String ENTRY = "disposal.json";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path folder;

    /** @param folder one folder per order, with its entry and its certificate */
    Journal(Path folder) {
        this.folder = folder;
    }

    /** A row. */
    record Row(DisposalEntry entry, boolean ended, String certificateSha256) {}

    Path folder(String order) {
        return folder.resolve(order);
    }

    /** False when it was begun before. */
    boolean begin(Handle handle, DisposalEntry entry, long at) {
        return handle.execute(
                        "INSERT INTO disposal (order_id, began_at, entry) VALUES (?, ?, ?) ON CONFLICT (order_id) DO NOTHING",
                        entry.order(),
                        at,
                        json(entry))
                == 1;
    }

    boolean end(Handle handle, String order, long at, String certificateSha256) {
        return handle.execute(
                        "UPDATE disposal SET ended_at = ?, certificate_sha256 = ? WHERE order_id = ? AND ended_at IS NULL",
                        at,
                        certificateSha256,
                        order)
                == 1;
    }

    List<Row> list(Handle handle) {
        return handle.createQuery("SELECT entry, ended_at, coalesce(certificate_sha256, '') FROM disposal"
                        + " ORDER BY began_at, order_id")
                .map((rs, c) -> new Row(entry(rs.getString(1)), rs.getLong(2) > 0, rs.getString(3)))
                .list();
    }

    Optional<Row> find(Handle handle, String order) {
        return list(handle).stream()
                .filter(r -> r.entry().order().equals(order))
                .findFirst();
    }

    /** Durable before anything is destroyed. */
    void keep(DisposalEntry entry) {
        Path file = folder(entry.order()).resolve(ENTRY);
        if (!Files.exists(file)) {
            durable(file, json(entry).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What was ever disposed of, whatever the database knows of it. */
    List<DisposalEntry> kept() {
        List<DisposalEntry> kept = new ArrayList<>();
        try {
            for (Path order : Folders.beginning(folder, "")) {
                Path file = order.resolve(ENTRY);
                if (Files.exists(file)) {
                    kept.add(entry(Files.readString(file)));
                }
            }
            return kept;
        } catch (IOException e) {
            throw new UncheckedIOException("journal of disposals", e);
        }
    }

    /** Whole under its name or not there. */
    static void durable(Path file, byte[] content) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.sync(file.resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException(String.valueOf(file.getFileName()), e);
        }
    }

    private static String json(DisposalEntry entry) {
        try {
            return JSON.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DisposalEntry entry(String json) {
        try {
            return JSON.readValue(json, DisposalEntry.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an entry in the journal of disposals does not read", e);
        }
    }
}
