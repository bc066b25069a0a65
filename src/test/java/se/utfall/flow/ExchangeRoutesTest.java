package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.utfall.exchange.RemoteCopy;
import se.utfall.exchange.SealedPackage;

/** {@code routes/exchange.camel.yaml} against a real SFTP server. */
class ExchangeRoutesTest extends RealRoutes {
    private static final String ORDER = "SCB-2026-001_bestallning_001.zip.pgp";
    private static final String RECEIPT = "SCB-2026-001_kvittens_001.zip.pgp";
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final Queue<SealedPackage> sealed = new ConcurrentLinkedQueue<>();
    private Path root;

    /** Stands for the bean {@code exchange}. */
    public final class Door {
        public Optional<SealedPackage> nextToSend(String partner) {
            return Optional.ofNullable(sealed.peek());
        }

        public void sealNext() {
            told.add("seal");
        }

        public void openNextReceipt() {
            told.add("receipt");
        }

        public void watchReceipts() {
            told.add("watch");
        }

        public String receive(String arrived) {
            told.add("received " + arrived);
            return arrived;
        }
    }

    /** Stands for the bean {@code uploads}. */
    public final class Listings {
        public RemoteCopy before(SealedPackage ours, Long size) {
            told.add("before " + ours.fileName() + " " + size);
            return size == null ? RemoteCopy.ABSENT : whole(ours, size);
        }

        public RemoteCopy after(SealedPackage ours, Long size) {
            told.add("after " + ours.fileName() + " " + size);
            return whole(ours, size);
        }

        private RemoteCopy whole(SealedPackage ours, Long size) {
            if (size != ours.bytes()) {
                return RemoteCopy.FOREIGN;
            }
            sealed.remove(ours);
            return RemoteCopy.WHOLE;
        }
    }

    @BeforeEach
    void start() throws Exception {
        root = folder.resolve("scb");
        Files.createDirectories(root.resolve("in"));
        Files.createDirectories(root.resolve("out"));
        context().getRegistry().bind("exchange", new Door());
        context().getRegistry().bind("uploads", new Listings());
        SftpServer server = server("scb", root);
        context()
                .getRegistry()
                .bind("SCB.filter", new StillFilter("SCB", server.still(), seen -> true, Clock.systemUTC()));
        context().getRegistry().bind("SCB.arrivals", new Object() {
            public String keep(java.io.File file) {
                return file.getName();
            }
        });
        context().getRegistry().bind("SCB.polls", new org.apache.camel.support.DefaultPollingConsumerPollStrategy());
        load("errors", "exchange");
        new Counterparts(settings(Map.of(), Map.of("SCB", new FlowSettings.Partner(server, "/in", "/out"))), folder)
                .addTo(context());
    }

    @AfterEach
    void stop() throws Exception {
        context().stop();
        stopServers();
    }

    @Test
    void uploadsOneAfterTheOtherUnderATemporaryNameAndLooksBeforeAndAfter() throws Exception {
        sealed.add(sealedPackage(ORDER, 7431));
        sealed.add(sealedPackage(RECEIPT, 1447));

        try {
            await().until(sealed::isEmpty);
        } finally {
            System.err.println("TOLD "
                    + told.stream()
                            .filter(t -> !t.equals("seal") && !t.equals("receipt") && !t.equals("watch"))
                            .limit(8)
                            .toList()
                    + failures.stream().distinct().limit(5).toList());
        }

        assertThat(told.stream().filter(t -> t.startsWith("before") || t.startsWith("after")))
                .containsExactly(
                        "before " + ORDER + " null",
                        "after " + ORDER + " 7431",
                        "before " + RECEIPT + " null",
                        "after " + RECEIPT + " 1447");
        assertThat(root.resolve("in"))
                .isDirectoryContaining(f -> f.endsWith(ORDER))
                .isDirectoryNotContaining("glob:**.part");
    }

    private SealedPackage sealedPackage(String name, int size) throws Exception {
        Path file = Files.write(folder.resolve("sealed-" + name), new byte[size]);
        return new SealedPackage(name, "SCB", name, file, size, "00");
    }
}
