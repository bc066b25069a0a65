package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.order.OrderRefusedException;

class SealingTest {
    @TempDir
    Path folder;

    private ExchangeHouse house;

    @BeforeEach
    void open() {
        house = new ExchangeHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 1_000_003})
    void sealsSoThatThePartnerReadsTheSameBytes(int length) {
        byte[] zip = new byte[length];
        new Random(length).nextBytes(zip);
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.SCB), zip);
        house.orders.approve("IFAU-2026-001", "IFAU", TestKeys.hex(TestKeys.IFAU), zip);

        SealedPackage toScb = house.exchange.sealNext().orElseThrow();
        SealedPackage toIfau = house.exchange.sealNext().orElseThrow();

        assertThat(ExchangeHouse.opened("scb", toScb.file())).isEqualTo(zip);
        assertThat(ExchangeHouse.opened("ifau", toIfau.file())).isEqualTo(zip);
        assertThat(toIfau.fileName()).isEqualTo("IFAU-2026-001_bestallning_001.zip.pgp");
        assertThat(house.exchange.sealNext()).isEmpty();
    }

    @Test
    void countsThePackageAndTellsTheOrder() throws IOException {
        SealedPackage sealed = house.sealed();

        PackageView view = house.view(sealed.id());
        assertThat(view.state()).isEqualTo("SEALED");
        assertThat(view.outgoing()).isTrue();
        assertThat(view.signerFingerprint()).isEqualTo(TestKeys.hex(TestKeys.AMF));
        assertThat(view.sha256())
                .isEqualTo(sealed.sha256())
                .isEqualTo(Manifests.sha256(Files.readAllBytes(sealed.file())));
        assertThat(view.bytes()).isEqualTo(sealed.bytes()).isEqualTo(Files.size(sealed.file()));
        assertThat(house.orders.told).containsExactly("sealed SCB-2026-001 1");
        assertThat(house.exchange.find(ExchangeHouse.ORDER_PACKAGE)).containsExactly(view);
        assertThat(house.exchange.find(sealed.sha256().substring(0, 8))).containsExactly(view);
    }

    @Test
    void keepsNothingReadableInTheArchive() throws IOException {
        byte[] zip = "lopnr;personnummer".repeat(1_000).getBytes(StandardCharsets.US_ASCII);
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.SCB), zip);
        SealedPackage sealed = house.exchange.sealNext().orElseThrow();

        String content = Files.readString(sealed.file(), StandardCharsets.ISO_8859_1);
        assertThat(content).doesNotContain("personnummer");
        assertThat(Files.getPosixFilePermissions(sealed.file())).hasSize(2);
    }

    @Test
    void refusesAKeyThatIsNotTheApprovedOne() {
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.IFAU), new byte[9]);

        assertThat(house.exchange.sealNext()).isEmpty();
        assertThat(house.openTasks()).containsExactly("RECIPIENT_CHANGED");
        assertThat(house.archive()).isEmpty();
        assertThat(house.orders.told).isEmpty();
    }

    @Test
    void anOrderThatCannotBeSealedHoldsUpNoOther() {
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.IFAU), new byte[9]);
        house.orders.approve("SCB-2026-002", "SCB", TestKeys.hex(TestKeys.SCB), new byte[9]);

        assertThat(house.exchange.sealNext().orElseThrow().fileName()).startsWith("SCB-2026-002");
        assertThat(house.exchange.sealNext()).isEmpty();
        assertThat(house.openTasks()).containsExactly("RECIPIENT_CHANGED");
    }

    @Test
    void anExpiredPartnersKeyStopsThatPartnerOnly() {
        PGPSecretKeyRing expired =
                TestKeys.made(TestKeys.MADE, Duration.ofDays(30).toSeconds(), true);
        try (ExchangeHouse other =
                new ExchangeHouse(folder.resolve("other"), TestKeys.hub(folder, expired, TestKeys.SCB))) {
            other.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(expired), new byte[9]);
            receiptFor(other, "SCB", "1");
            receiptFor(other, "IFAU", "2");

            SealedPackage sealed = other.exchange.sealNext().orElseThrow();

            assertThat(sealed.partner()).isEqualTo("IFAU");
            assertThat(sealed.fileName()).isEqualTo("IFAU-2026-001_kvittens_001.zip.pgp");
            assertThat(other.openTasks()).containsExactly("PARTNER_KEY");
        }
    }

    private static void receiptFor(ExchangeHouse house, String partner, String id) {
        house.sql("INSERT INTO package_ (package_id, direction, partner, order_id, kind, sequence_no, state,"
                + " archive_file, sha256, size_bytes, taken_at) VALUES ('" + id + "', 'IN', '" + partner + "', '"
                + partner
                + "-2026-001', 'LEVERANS', 1, 'REFUSED', 'none', '" + "a".repeat(64) + "', 1, 0)");
        house.sql("INSERT INTO receipt VALUES ('" + id + "', 'OUT', '" + partner + "', '" + id + "', '" + partner
                + "-2026-001', 1, NULL, 'AVVISAD', 'FIL_HASH: text', 1000)");
    }

    @Test
    void anExpiredKeyOfOursStopsEverything() {
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.SCB), new byte[9]);
        house.clock.advance(Duration.ofDays(365 * 30));

        assertThat(house.exchange.sealNext()).isEmpty();
        assertThat(house.openTasks()).containsExactly("OWN_KEY");
    }

    @Test
    void sealsAReceiptWithEverythingThatThePartnerNeeds() throws IOException {
        receiptFor(house, "SCB", "1");

        SealedPackage sealed = house.exchange.sealNext().orElseThrow();

        assertThat(sealed.fileName()).isEqualTo("SCB-2026-001_kvittens_001.zip.pgp");
        JsonNode manifest = manifest(ExchangeHouse.opened("scb", sealed.file()));
        assertThat(manifest)
                .isEqualTo(JsonMapper.builder()
                        .build()
                        .readTree("{\"format\":\"utfall-paket/1\",\"paket\":\"kvittens\",\"order\":\"SCB-2026-001\","
                                + "\"sekvens\":1,\"avsandare\":\"AMF\",\"mottagare\":\"SCB\","
                                + "\"skapad\":\"1970-01-01T01:00:01+01:00\",\"filer\":[],"
                                + "\"avser\":\"SCB-2026-001_leverans_001.zip.pgp\",\"sha256\":\"" + "a".repeat(64)
                                + "\",\"status\":\"AVVISAD\",\"orsak\":\"FIL_HASH: text\"}"));
        assertThat(house.exchange.sealNext()).isEmpty();
    }

    private static JsonNode manifest(byte[] zip) throws IOException {
        ZipReading reading = new ZipReading(new ByteArrayInputStream(zip), new Limits(1 << 20, 200));
        ZipReading.Entry entry = reading.next().orElseThrow();
        JsonNode manifest =
                JsonMapper.builder().build().readTree(entry.content().readAllBytes());
        assertThat(entry.name()).isEqualTo("manifest.json");
        assertThat(reading.next()).isEmpty();
        return manifest;
    }

    @Test
    void aZipThatCannotBeReadLeavesNothing() {
        house.orders.approve(
                "SCB-2026-001",
                "SCB",
                TestKeys.hex(TestKeys.SCB),
                () -> new FailingStream(new byte[100_000], "the sealed zip is altered"));

        assertThatThrownBy(house.exchange::sealNext).hasRootCauseMessage("the sealed zip is altered");

        assertThat(house.archive()).isEmpty();
        assertThat(house.exchange.list()).isEmpty();
    }

    @Test
    void aCrashBeforeTheTransactionLeavesAFileThatNobodyNames() throws IOException {
        house.orders.failure = new IllegalStateException("the power failed");
        assertThatThrownBy(house::sealed).hasMessage("the power failed");
        assertThat(house.exchange.list()).isEmpty();
        assertThat(house.archive()).hasSize(1);

        house.orders.failure = null;
        SealedPackage sealed = house.exchange.sealNext().orElseThrow();

        assertThat(house.archive()).hasSize(2);
        for (String file : house.archive()) {
            Files.setLastModifiedTime(
                    house.settings.archive().resolve(file), FileTime.from(TestKeys.NOW.minus(Duration.ofDays(2))));
        }
        house.another(TestKeys.hub());
        assertThat(house.archive()).containsExactly(sealed.file().getFileName().toString());
    }

    @Test
    void anOrderThatWasStoppedMeanwhileIsNotSealed() {
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.SCB), new byte[9]);
        house.orders.failure = new OrderRefusedException("NOT_RELEASED", "SCB-2026-001");

        assertThat(house.exchange.sealNext()).isEmpty();
        assertThat(house.archive()).isEmpty();
    }

    @Test
    void ofTwoHubsOneSeals() {
        Exchange second = house.another(TestKeys.hub());
        byte[] zip = new byte[9];
        AtomicReference<Optional<SealedPackage>> late = new AtomicReference<>();
        house.orders.approve("SCB-2026-001", "SCB", TestKeys.hex(TestKeys.SCB), () -> {
            // while the first seals, the second does the same from beginning to end
            if (late.compareAndSet(null, Optional.empty())) {
                late.set(second.sealNext());
            }
            return new ByteArrayInputStream(zip);
        });

        Optional<SealedPackage> first = house.exchange.sealNext();

        assertThat(first).isEmpty();
        assertThat(late.get()).isPresent();
        assertThat(house.exchange.list()).hasSize(1);
        assertThat(house.archive())
                .containsExactly(late.get().orElseThrow().file().getFileName().toString());
        assertThat(house.orders.told).containsExactly("sealed SCB-2026-001 1");
    }
}
