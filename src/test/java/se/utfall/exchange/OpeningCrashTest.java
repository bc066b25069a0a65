package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.exchange.ExchangeHouse.FakeReader;

/** What goes wrong without being the package's fault settles nothing. */
class OpeningCrashTest {
    private static final String FIRST = "SCB-2026-001_leverans_001.zip.pgp";
    private static final String SECOND = "SCB-2026-001_leverans_002.zip.pgp";

    @TempDir
    Path folder;

    private ExchangeHouse house;
    private final FakeReader reader = new FakeReader();

    @BeforeEach
    void open() {
        house = new ExchangeHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aDefectInTheReaderRefusesNothing() {
        house.receive(Manifests.delivery(FIRST));
        reader.whileReading = () -> {
            throw new UncheckedIOException(new IOException("the disk is full"));
        };

        assertThatThrownBy(() -> house.open(reader)).isInstanceOf(UncheckedIOException.class);

        assertThat(house.exchange.list().get(0).state()).isEqualTo("RECEIVED");
        assertThat(house.openTasks()).containsExactly("OPEN_FAILS");
        reader.whileReading = () -> {};
        assertThat(house.open(reader).state()).isEqualTo("ACCEPTED");
        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void anArchiveThatCannotBeReadRefusesNothing() throws IOException {
        PackageView view = house.receive(Manifests.delivery(FIRST));
        Path file = house.exchange.nextDelivery().orElseThrow().file();
        Files.move(file, folder.resolve("away"));

        assertThatThrownBy(() -> house.open(reader)).isInstanceOf(UncheckedIOException.class);

        assertThat(house.view(view.id()).state()).isEqualTo("RECEIVED");
        Files.move(folder.resolve("away"), file);
        assertThat(house.open(reader).state()).isEqualTo("ACCEPTED");
    }

    @Test
    void aCrashInTheAcceptingTransactionLeavesNothingHalf() {
        house.receive(Manifests.delivery(FIRST));
        for (String table : new String[] {"receipt", "package_answered", "audit_event"}) {
            house.spoil(table, "INSERT");
            FakeReader failing = new FakeReader();
            assertThatThrownBy(() -> house.open(failing)).hasMessageContaining("the disk is full");
            house.mend();
            assertThat(failing.told).endsWith("destroyed");
            assertThat(house.exchange.list().get(0).state()).as(table).isEqualTo("RECEIVED");
        }

        assertThat(house.open(reader).state()).isEqualTo("ACCEPTED");
        int linked = house.database.inTransaction(h -> h.createQuery("SELECT count(*) FROM linked")
                .mapTo(Integer.class)
                .one());
        assertThat(linked).isEqualTo(1);
    }

    @Test
    void aCrashInTheRefusingTransactionLeavesNothingHalf() {
        house.receive(Manifests.delivery(FIRST).with(m -> m.remove("avser")));
        for (String table : new String[] {"receipt", "package_answered", "audit_event"}) {
            house.spoil(table, "INSERT");
            assertThatThrownBy(() -> house.open(reader)).hasMessageContaining("the disk is full");
            house.mend();
            assertThat(house.exchange.list().get(0).state()).as(table).isEqualTo("RECEIVED");
        }

        assertThat(house.open(reader).receipts()).containsExactly("AVVISAD");
    }

    @Test
    void aCommitMayStillRefuse() {
        house.receive(Manifests.delivery(FIRST));
        reader.whileCommitting = () -> {
            throw new PackageRefusedException("SEKVENS_GAMMAL", "x");
        };

        PackageView view = house.open(reader);

        assertThat(view.code()).isEqualTo("SEKVENS_GAMMAL");
        assertThat(view.receipts()).containsExactly("AVVISAD");
        assertThat(reader.told).containsExactly("read", "destroyed");
    }

    @Test
    void oneThatFailsHoldsUpItsOwnOrderOnly() {
        house.receive(Manifests.delivery(FIRST));
        house.receive(Manifests.delivery(SECOND));
        house.receive(Manifests.delivery("SCB-2026-002_leverans_001.zip.pgp"));
        reader.whileReading = () -> {
            throw new IllegalStateException("a defect");
        };
        assertThatThrownBy(() -> house.open(reader)).hasMessage("a defect");

        assertThat(house.exchange.nextDelivery().orElseThrow().name().fileName())
                .isEqualTo("SCB-2026-002_leverans_001.zip.pgp");
        house.open(new FakeReader());
        assertThat(house.exchange.nextDelivery().orElseThrow().name().fileName())
                .isEqualTo(FIRST);
    }
}
