package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.ExchangeSettings;
import se.utfall.exchange.PackageView;
import se.utfall.exchange.SealedPackage;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;
import se.utfall.store.TestDatabase;

/** A study's two packages through the real exchange, cut short between them. */
class StudyThroughExchangeTest {
    private static final Path RINGS = Path.of("keys-example/openpgp");
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";
    private static final String IFAU = "04E7011AE89DA67D14DD9901E3D78CBC281D309A";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private OrderHouse house;
    private Exchange exchange;
    private OrderId id;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
        house.fingerprints.putAll(Map.of("SCB", SCB, "IFAU", IFAU));
        house.persons
                .spell(0, "M0", "2024-02-01", "2024-08-31")
                .enrolment(0, "E0", "2023-11-01", "2024-09-30")
                .enrolment(1, "E1", "2024-01-08", null);
        exchange = exchange();
        id = house.orders.create(Path.of("docs/operator/exempel/ifau-studie.yaml"), OrderHouse.OLGA);
        house.orders.freeze(id, OrderHouse.OLGA);
        house.orders.approve(id, OrderHouse.ANNA);
        house.orders.approve(id, OrderHouse.BEA);
        house.orders.send(id, OrderHouse.OLGA);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** As after a restart. */
    private Exchange exchange() {
        PgpKeys keys = PgpKeys.load(new KeySettings(
                folder,
                null,
                RINGS.resolve("amf.secret.asc"),
                null,
                Map.of(
                        "SCB", new PartnerKey(RINGS.resolve("scb.public.asc"), SCB, SCB),
                        "IFAU", new PartnerKey(RINGS.resolve("ifau.public.asc"), IFAU, IFAU))));
        ExchangeSettings settings = new ExchangeSettings(
                folder.resolve("packages"),
                "AMF",
                Set.of("SCB", "IFAU"),
                Duration.ofDays(30),
                Duration.ofDays(3),
                50_000_000_000L,
                200);
        AuditTrail audit = new AuditTrail(house.database, CLOCK, new byte[32]);
        return new Exchange(settings, house.database, house.orders, keys, house.secrets, audit, house.tasks, CLOCK);
    }

    @Test
    void sealsBothTogetherAndSendsEachToItsRecipient() {
        assertThat(exchange.sealNext()).isPresent();
        assertThat(exchange.sealNext()).isEmpty();

        SealedPackage key = exchange.nextToSend("SCB").orElseThrow();
        SealedPackage content = exchange.nextToSend("IFAU").orElseThrow();
        assertThat(key.fileName()).isEqualTo(content.fileName()).isEqualTo("IFAU-2026-001_bestallning_001.zip.pgp");
        assertThat(key.sha256()).isNotEqualTo(content.sha256());
        exchange.uploaded(key.id(), key.bytes());
        exchange.uploaded(content.id(), content.bytes());

        assertThat(exchange.nextToSend("SCB")).isEmpty();
        assertThat(exchange.nextToSend("IFAU")).isEmpty();
        assertThat(states()).containsExactlyInAnyOrder("SCB SENT", "IFAU SENT");
        assertThat(house.state(id)).isEqualTo(OrderState.SENT);
    }

    @Test
    void cutShortBetweenTheTwoSealsNeitherAndThenBoth() throws IOException {
        TestDatabase.spoil(house.database, "INSERT", "package_", "WHEN (NEW.partner = 'IFAU')");
        assertThatThrownBy(() -> exchange.sealNext()).hasMessageContaining("the disk is full");
        assertThat(exchange.list()).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.RELEASE_APPROVED);
        TestDatabase.mend(house.database, "package_");

        exchange = exchange();
        assertThat(exchange.sealNext()).isPresent();

        assertThat(states()).containsExactlyInAnyOrder("SCB SEALED", "IFAU SEALED");
    }

    @Test
    void cutShortBetweenTheTwoSendingsGoesOnWithTheOther() {
        assertThat(exchange.sealNext()).isPresent();
        SealedPackage key = exchange.nextToSend("SCB").orElseThrow();
        exchange.uploaded(key.id(), key.bytes());

        exchange = exchange();

        assertThat(exchange.sealNext()).isEmpty();
        assertThat(exchange.nextToSend("SCB")).isEmpty();
        SealedPackage content = exchange.nextToSend("IFAU").orElseThrow();
        exchange.uploaded(content.id(), content.bytes());
        assertThat(states()).containsExactlyInAnyOrder("SCB SENT", "IFAU SENT");
    }

    @Test
    void sealsNeitherForAKeyThatChanged() throws IOException {
        house.fingerprints.put("IFAU", "F".repeat(40));

        assertThat(exchange.sealNext()).isEmpty();

        assertThat(exchange.list()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("packages"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void tellsWhichOfTheTwoWaitsForItsReceipt() {
        assertThat(exchange.sealNext()).isPresent();
        SealedPackage key = exchange.nextToSend("SCB").orElseThrow();
        exchange.uploaded(key.id(), key.bytes());
        house.sql("UPDATE package_ SET sent_at = 0 WHERE state = 'SENT'");

        exchange.watchReceipts();

        assertThat(house.tasks.listOpen())
                .singleElement()
                .satisfies(task -> assertThat(task.subject()).isEqualTo("IFAU-2026-001_bestallning_001.zip.pgp (SCB)"));
    }

    private List<String> states() {
        return exchange.list().stream()
                .filter(PackageView::outgoing)
                .map(p -> p.partner() + " " + p.state())
                .toList();
    }
}
