package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import se.utfall.SettableClock;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.PgpKeys;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.store.Arrival;
import se.utfall.store.Database;
import se.utfall.store.Sighting;
import se.utfall.store.TestDatabase;

/** The room on a real database, a real archive and the example keys. */
final class ExchangeHouse implements AutoCloseable {
    static final String ORDER = "SCB-2026-001";
    static final String ORDER_PACKAGE = ORDER + "_bestallning_001.zip.pgp";

    final Path folder;
    final Database database;
    final FakeOrders orders = new FakeOrders();
    final Tasks tasks;
    final ExchangeSettings settings;
    final AuditTrail audit;
    final SettableClock clock = new SettableClock(TestKeys.NOW);
    final Exchange exchange;
    private final OrderSeal seal = OrderSeal.NONE;
    private String spoilt = "";

    ExchangeHouse(Path folder) {
        this(folder, TestKeys.hub());
    }

    ExchangeHouse(Path folder, PgpKeys keys) {
        this.folder = makeFolder(folder);
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, clock);
        audit = new AuditTrail(database, clock, new byte[32]);
        settings = new ExchangeSettings(
                folder.resolve("archive"),
                "AMF",
                Set.of("SCB", "IFAU"),
                Duration.ofDays(30),
                Duration.ofDays(3),
                5_000_000,
                200);
        exchange = another(keys);
    }

    private static Path makeFolder(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same database and archive, as another hub, or this one started again. */
    Exchange another(PgpKeys keys) {
        return new Exchange(House.of(settings, database, orders, keys, seal, audit, tasks, clock));
    }

    /** An order to SCB, sealed; gives its package. */
    SealedPackage sealed() {
        orders.approve(ORDER, "SCB", TestKeys.hex(TestKeys.SCB), "zip".getBytes(StandardCharsets.US_ASCII));
        return exchange.sealNext().orElseThrow();
    }

    SealedPackage sent() {
        SealedPackage sealed = sealed();
        exchange.sent(sealed.id());
        return sealed;
    }

    PackageView receive(String name, byte[] content) {
        return exchange.receive(arrival(name, content));
    }

    PackageView receive(Manifests manifests) {
        return receive(manifests.name.fileName(), manifests.message());
    }

    Arrival arrival(String name, byte[] content) {
        try {
            Path path = Files.createDirectories(folder.resolve("work")).resolve(UUID.randomUUID() + ".in");
            Files.write(path, content);
            return new Arrival(sighting(name, content.length, 0), path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sighting sighting(String name, long size, long secondsLater) {
        return new Sighting("SCB", name, size, TestKeys.NOW.plusSeconds(secondsLater));
    }

    PackageView open(FakeReader reader) {
        return exchange.open(exchange.nextDelivery().orElseThrow(), reader::read);
    }

    /** Receives the receipt and opens it. */
    PackageView receipt(int sequence, String about, String sha256, String status, String reason) {
        String name = "%s_kvittens_%03d.zip.pgp".formatted(ORDER, sequence);
        receive(Manifests.receipt(name, about, sha256, status, reason));
        return exchange.openNextReceipt().orElseThrow();
    }

    /** A reader of deliveries that keeps their files in memory, and remembers what it was told. */
    static final class FakeReader {
        final Map<String, String> files = new HashMap<>();
        final List<String> told = new ArrayList<>();
        Runnable whileReading = () -> {};
        Runnable whileCommitting = () -> {};

        Provisional read(OpenedPackage opened) {
            try {
                opened.eachFile(
                        (name, content) -> files.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            whileReading.run();
            told.add("read");
            return new Provisional() {
                @Override
                public void commit(Handle handle) {
                    handle.execute("CREATE TABLE IF NOT EXISTS linked (name TEXT)");
                    handle.execute("INSERT INTO linked (name) VALUES ('once')");
                    whileCommitting.run();
                    told.add("committed");
                }

                @Override
                public void destroy() {
                    told.add("destroyed");
                }
            };
        }
    }

    PackageView view(String id) {
        return exchange.list().stream()
                .filter(p -> p.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> openTasks() {
        return tasks.listOpen().stream().map(Task::code).toList();
    }

    List<String> archive() {
        try (Stream<Path> files = Files.list(settings.archive())) {
            return files.map(f -> f.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void sql(String statement) {
        database.useTransaction(h -> h.execute(statement));
    }

    /** Everything of the table fails until {@link #mend}. */
    void spoil(String table, String act) {
        TestDatabase.spoil(database, act, table, "");
        spoilt = table;
    }

    void mend() {
        TestDatabase.mend(database, spoilt);
    }

    /** What the partner reads in a package of ours. */
    static byte[] opened(String partner, Path file) {
        PgpKeys keys = TestKeys.partnerHouse(partner);
        PgpOpening opening =
                new PgpOpening(keys, new Signers(keys, Set.of("AMF"), Duration.ofDays(30)), new Limits(1L << 30, 200));
        byte[][] read = new byte[1][];
        try {
            byte[] message = Files.readAllBytes(file);
            opening.open(new ByteArrayInputStream(message), "AMF", TestKeys.NOW, in -> read[0] = in.readAllBytes());
            return read[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
