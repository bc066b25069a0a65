package se.utfall.order;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.store.Folders;
import se.utfall.store.HeldFile;

/** The order's files, sealed under its secret: the packed zip and the population table, named by the attempt that made them. */
final class PopulationArchive {
    private static final int VERSION = 1;
    private static final int BUFFER = 64 * 1024;
    private final Path folder;
    private final SealedFiles files;

    PopulationArchive(Path folder, SealedFiles files) {
        this.folder = folder;
        this.files = files;
    }

    void writeZip(OrderRow order, OrderPackage content) throws IOException {
        try (OutputStream out = write(order, zip(order, content.recipient()))) {
            content.write(out);
        }
    }

    void writeTable(OrderRow order, PopulationTable table) throws IOException {
        try (OutputStream out = write(order, "population")) {
            table.write(out);
        }
    }

    InputStream openZip(OrderRow order, String recipient) {
        return read(order, zip(order, recipient));
    }

    PopulationTable table(OrderRow order) {
        try (InputStream in = files.read(
                file(order, "population"), SecretId.order(order.id().value()), object(order, "population"), VERSION)) {
            return PopulationTable.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(order.id() + ": the population cannot be read", e);
        }
    }

    /** Removes what freezes that were cut short or thawed left behind. */
    void removeOtherAttempts(OrderRow order) {
        List<Path> kept = new ArrayList<>(List.of(file(order, "population")));
        order.file().recipients().forEach(recipient -> kept.add(file(order, zip(order, recipient))));
        try (Stream<Path> all = Files.list(folder)) {
            for (Path old : all.filter(f -> !kept.contains(f) && of(order, f)).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<HeldFile> held(OrderId id) throws IOException {
        List<HeldFile> held = new ArrayList<>();
        for (Path file : Folders.beginning(folder, id + "_")) {
            held.add(HeldFile.of("population", folder, file));
        }
        return held;
    }

    void forget(OrderId id) throws IOException {
        for (Path file : Folders.beginning(folder, id + "_")) {
            Folders.remove(file);
        }
        Folders.sync(folder);
    }

    private static String zip(OrderRow order, String recipient) {
        return recipient.equals(order.file().partner()) ? "zip" : "zip-" + recipient;
    }

    private InputStream read(OrderRow order, String kind) {
        return new BufferedInputStream(
                files.read(file(order, kind), SecretId.order(order.id().value()), object(order, kind), VERSION),
                BUFFER);
    }

    private OutputStream write(OrderRow order, String kind) throws IOException {
        Files.createDirectories(folder);
        return files.write(file(order, kind), SecretId.order(order.id().value()), object(order, kind), VERSION);
    }

    private static boolean of(OrderRow order, Path file) {
        return String.valueOf(file.getFileName()).startsWith(order.id() + "_");
    }

    private Path file(OrderRow order, String kind) {
        return folder.resolve(object(order, kind) + ".sealed");
    }

    private static String object(OrderRow order, String kind) {
        return String.format(Locale.ROOT, "%s_%03d_a%d.%s", order.id(), order.sequence(), order.attempt(), kind);
    }
}
