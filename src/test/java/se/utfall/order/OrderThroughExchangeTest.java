package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.ExchangeSettings;
import se.utfall.exchange.RemoteCopy;
import se.utfall.exchange.SealedPackage;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;

/** An order's way to the partner through the real exchange. */
class OrderThroughExchangeTest {
    private static final Path RINGS = Path.of("keys-example/openpgp");
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";

    @TempDir
    Path folder;

    private OrderHouse house;
    private Exchange exchange;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
        house.persons.persons(1, 9);
        house.fingerprint = SCB;
        Clock clock = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
        PgpKeys keys = PgpKeys.load(new KeySettings(
                folder,
                null,
                RINGS.resolve("amf.secret.asc"),
                null,
                Map.of("SCB", new PartnerKey(RINGS.resolve("scb.public.asc"), SCB, SCB))));
        ExchangeSettings settings = new ExchangeSettings(
                folder.resolve("packages"),
                "AMF",
                Set.of("SCB"),
                Duration.ofDays(30),
                Duration.ofDays(3),
                50_000_000_000L,
                200);
        AuditTrail audit = new AuditTrail(house.database, clock, new byte[32]);
        exchange = new Exchange(settings, house.database, house.orders, keys, house.secrets, audit, house.tasks, clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isSealedAndSentOnce() {
        OrderId id = house.released();

        SealedPackage sealed = exchange.sealNext().orElseThrow();
        assertThat(sealed.fileName()).isEqualTo(id + "_bestallning_001.zip.pgp");
        assertThat(exchange.sealNext()).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.RELEASE_APPROVED);
        assertThat(exchange.uploaded(sealed.id(), sealed.bytes())).isEqualTo(RemoteCopy.WHOLE);

        assertThat(house.state(id)).isEqualTo(OrderState.SENT);
        assertThat(exchange.nextToSend("SCB")).isEmpty();
    }

    @Test
    void isNotSealedBeforeAPersonLetsItGo() {
        house.approved();

        assertThat(exchange.sealNext()).isEmpty();
    }
}
