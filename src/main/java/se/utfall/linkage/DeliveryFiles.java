package se.utfall.linkage;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.order.OrderId;
import se.utfall.store.Folders;

/** One delivery's sealed files: a folder with the facts at linking and one file per table, under the order's secret. */
final class DeliveryFiles {
    private static final int VERSION = 1;
    private static final int BUFFER = 1 << 16;

    private final SealedFiles sealed;
    private final Path folder;
    private final DeliveryId delivery;
    private final SecretId secret;

    DeliveryFiles(SealedFiles sealed, Path folder, DeliveryId delivery, OrderId order) {
        this.sealed = sealed;
        this.folder = folder;
        this.delivery = delivery;
        this.secret = SecretId.order(order.value());
    }

    /** Writes one file's content. */
    @FunctionalInterface
    interface Content {
        void to(DataOutputStream out) throws IOException;
    }

    /** Makes the file durable, or leaves nothing readable under its name. */
    void write(String name, Content content) {
        try {
            Files.createDirectories(folder);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                    sealed.write(folder.resolve(name), secret, object(name), VERSION), BUFFER));
            content.to(out);
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(delivery + "/" + name, e);
        }
    }

    DataInputStream read(String name) {
        return new DataInputStream(
                new BufferedInputStream(sealed.read(folder.resolve(name), secret, object(name), VERSION), BUFFER));
    }

    void destroy() {
        destroy(folder);
    }

    static void destroy(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String table(int position) {
        return "table-" + position;
    }

    static final String FACTS = "facts";

    private String object(String name) {
        return delivery + "/" + name;
    }
}
