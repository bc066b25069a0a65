package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.utfall.exchange.RemoteCopy;
import se.utfall.exchange.SealedPackage;

/** {@code routes/exchange.camel.yaml} against a real SFTP server. */
class ExchangeRoutesTest extends RealRoutes {
    private static final String ORDER = "SCB-2026-001_bestallning_001.zip.pgp";
    private static final String RECEIPT = "SCB-2026-001_kvittens_001.zip.pgp";
    private final Queue<SealedPackage> sealed = new ConcurrentLinkedQueue<>();
    private Path in;
    private Path out;

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

        public void openNextOrder() {
            told.add("order");
        }

        public void watchReceipts() {
            told.add("watch");
        }

        public void receive(String arrived) {
            told.add("received " + arrived);
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
            sealed.remove(ours);
            return size == ours.bytes() ? RemoteCopy.WHOLE : RemoteCopy.FOREIGN;
        }
    }

    /** Stands for the bean {@code SCB.arrivals}. */
    public static final class Moved {
        public String keep(File file) {
            return file.getName() + " " + file.length();
        }
    }

    @BeforeEach
    void start() throws Exception {
        in = Files.createDirectories(folder.resolve("scb/in"));
        out = Files.createDirectories(folder.resolve("scb/out"));
        SftpServer server = server("scb", folder.resolve("scb"));
        bind("exchange", new Door());
        bind("uploads", new Listings());
        bind("SCB.filter", new StillFilter("SCB", server.still(), seen -> firstTime(seen.name()), Clock.systemUTC()));
        bind("SCB.arrivals", new Moved());
        load("exchange");
        addPartner("SCB", server);
    }

    private boolean firstTime(String name) {
        return told.stream().noneMatch(t -> t.startsWith("received " + name));
    }

    @Test
    void uploadsOneAfterTheOtherAndLooksBeforeAndAfter() throws IOException {
        sealed.addAll(List.of(sealedPackage(ORDER, 7431), sealedPackage(RECEIPT, 1447)));

        await().until(sealed::isEmpty);

        assertThat(looks())
                .containsExactly(
                        "before " + ORDER + " null",
                        "after " + ORDER + " 7431",
                        "before " + RECEIPT + " null",
                        "after " + RECEIPT + " 1447");
        assertThat(in).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void overwritesNothingThatLiesUnderTheName() throws IOException {
        Files.writeString(in.resolve(ORDER), "something else");
        sealed.add(sealedPackage(ORDER, 7431));

        await().until(sealed::isEmpty);

        assertThat(looks()).containsExactly("before " + ORDER + " 14");
        assertThat(in.resolve(ORDER)).hasContent("something else");
    }

    @Test
    void uploadsAnewOverAHalfUploadedTemporaryFile() throws IOException {
        Files.writeString(in.resolve(ORDER + ".part"), "torn");
        sealed.add(sealedPackage(ORDER, 7431));

        await().until(sealed::isEmpty);

        assertThat(in.resolve(ORDER)).hasSize(7431);
        assertThat(in.resolve(ORDER + ".part")).doesNotExist();
    }

    @Test
    void fetchesWhatThePartnerPutsOutAndLeavesItThere() throws IOException {
        Files.writeString(out.resolve("SCB-2026-001_kvittens_002.zip.pgp.part"), "not yet");
        Files.write(out.resolve(RECEIPT), new byte[1200]);

        await().until(() -> told.contains("received " + RECEIPT + " 1200"));

        assertThat(told).noneMatch(t -> t.contains("kvittens_002"));
        assertThat(out.resolve(RECEIPT)).hasSize(1200);
    }

    @Test
    void sealsOpensReceiptsAndOrdersAndWatches() {
        await().until(() -> told.containsAll(List.of("seal", "receipt", "order", "watch")));
    }

    private List<String> looks() {
        return told.stream()
                .filter(t -> t.startsWith("before") || t.startsWith("after"))
                .toList();
    }

    private SealedPackage sealedPackage(String name, int size) throws IOException {
        Path file = Files.write(folder.resolve("sealed-" + name), new byte[size]);
        return new SealedPackage(name, "SCB", name, file, size, "00");
    }
}
