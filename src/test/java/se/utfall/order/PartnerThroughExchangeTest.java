package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.audit.AuditTrail;
import se.utfall.demo.partner.Fault;
import se.utfall.demo.partner.Partner;
import se.utfall.demo.partner.PartnerSettings;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.ExchangeSettings;
import se.utfall.exchange.OpenedPackage;
import se.utfall.exchange.PackageView;
import se.utfall.exchange.Provisional;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.exchange.SealedPackage;
import se.utfall.keys.KeySettings;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.PgpKeys;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** Orders, deliveries and receipts between the real exchange and the stand-in partner, which was written from the contract alone. */
class PartnerThroughExchangeTest {
    private static final Path RINGS = Path.of("keys-example/openpgp");
    private static final String AMF = "38A07F9AB97482F8419A7203FBF5A8A91D89AF37";
    private static final String SCB = "52E037D3979B358454BDDF911AEB8D1819C8E485";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final List<String> read = new ArrayList<>();
    private OrderHouse house;
    private Exchange exchange;
    private Partner partner;

    @BeforeEach
    void open() throws IOException {
        house = new OrderHouse(folder);
        house.persons.persons(1, 9);
        house.fingerprint = SCB;
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
        AuditTrail audit = new AuditTrail(house.database, CLOCK, new byte[32]);
        exchange = new Exchange(settings, house.database, house.orders, keys, house.secrets, audit, house.tasks, CLOCK);
        PartnerSettings.Keys theirs =
                new PartnerSettings.Keys(RINGS.resolve("scb.secret.asc"), RINGS.resolve("amf.public.asc"), AMF);
        partner = new Partner(
                PartnerSettings.of("SCB", "AMF", folder.resolve("server"), folder.resolve("marks"), theirs, 7, CLOCK)
                        .withStill(Duration.ZERO)
                        .onRequest());
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Uploads everything that is sealed, and lets the partner look at it. */
    private void send() throws IOException {
        while (exchange.sealNext().isPresent()) {
            // until nothing waits
        }
        Optional<SealedPackage> next = exchange.nextToSend("SCB");
        while (next.isPresent()) {
            Files.copy(
                    next.get().file(),
                    folder.resolve("server/in").resolve(next.get().fileName()));
            exchange.uploaded(next.get().id(), next.get().bytes());
            next = exchange.nextToSend("SCB");
        }
        partner.step();
        partner.step();
    }

    /** Fetches everything that the partner has put out and is wanted. */
    private void fetch() throws IOException {
        try (Stream<Path> out = Files.list(folder.resolve("server/out"))) {
            for (Path file : out.sorted().toList()) {
                Sighting seen = new Sighting(
                        "SCB",
                        file.getFileName().toString(),
                        Files.size(file),
                        Files.getLastModifiedTime(file).toInstant());
                if (exchange.wants(seen)) {
                    Path copy = Files.copy(file, folder.resolve("fetched"));
                    exchange.receive(new Arrival(seen, copy));
                }
            }
        }
    }

    private void openReceipts() {
        while (exchange.openNextReceipt().isPresent()) {
            // until none waits
        }
    }

    private OrderId accepted() throws IOException {
        OrderId id = house.released();
        send();
        fetch();
        openReceipts();
        return id;
    }

    private PackageView openDelivery() {
        ReceivedPackage received = exchange.nextDelivery().orElseThrow();
        return exchange.open(received, this::reading);
    }

    private Provisional reading(OpenedPackage opened) {
        try {
            opened.eachFile((name, content) -> read.add(name + " " + content.readAllBytes().length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Provisional() {
            @Override
            public void commit(Handle handle) {
                read.add("counts");
            }

            @Override
            public void destroy() {
                read.add("destroyed");
            }
        };
    }

    @Test
    void anOrderIsAcceptedAndAnswered() throws IOException {
        OrderId id = accepted();

        assertThat(house.state(id)).isEqualTo(OrderState.ACKNOWLEDGED);
        PackageView order = exchange.find(id + "_bestallning_001.zip.pgp").get(0);
        assertThat(order.state()).isEqualTo("ACKNOWLEDGED");
        assertThat(order.receipts()).contains("GODKAND");
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void aDeliveryIsAcceptedAndItsReceiptReachesThePartner() throws IOException {
        OrderId id = accepted();
        String name = partner.deliver(id.value()).orElseThrow();
        fetch();

        PackageView delivery = openDelivery();
        send();

        assertThat(delivery.state()).isEqualTo("ACCEPTED");
        assertThat(read).endsWith("counts").hasSizeGreaterThan(1);
        assertThat(partner.deliveries()).singleElement().satisfies(d -> {
            assertThat(d.name()).isEqualTo(name);
            assertThat(d.sha256()).isEqualTo(delivery.sha256());
            assertThat(d.status()).isEqualTo("GODKAND");
        });
        assertThat(partner.alarms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_SIGNER, OKAND_SIGNATUR, ''",
        "UNSIGNED, EJ_SIGNERAD, ''",
        "TAMPERED, MANIPULERAD, ''",
        "TRUNCATED, AVKORTAD, ''",
        "WRONG_HASH, FIL_HASH, AVVISAD",
        "WRONG_ROWS, FIL_RADER, AVVISAD",
        "EXTRA_FILE, FIL_EXTRA, AVVISAD",
        "OTHER_ORDER, MANIFEST_NAMN, AVVISAD"
    })
    void aFaultyDeliveryIsRefused(Fault fault, String code, String status) throws IOException {
        OrderId id = accepted();
        partner.deliver(id.value(), fault);
        fetch();

        PackageView delivery = openDelivery();
        send();

        assertThat(delivery.code()).isEqualTo(code);
        assertThat(read).doesNotContain("counts");
        assertThat(partner.deliveries()).singleElement().satisfies(d -> {
            assertThat(d.status()).isEqualTo(status);
            assertThat(d.reason()).startsWith(status.isEmpty() ? "" : code + ": ");
        });
    }

    @Test
    void aReplayIsSetAside() throws IOException {
        OrderId id = accepted();
        partner.deliver(id.value());
        fetch();
        openDelivery();

        partner.deliver(id.value(), Fault.REPLAY);
        fetch();

        assertThat(exchange.nextDelivery()).isEmpty();
        assertThat(exchange.list())
                .filteredOn(p -> p.state().equals("QUARANTINED"))
                .hasSize(1);
        assertThat(house.tasksOpen()).containsExactly("NAME_TAKEN");
    }
}
