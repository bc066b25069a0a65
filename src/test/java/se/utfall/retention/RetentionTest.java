package se.utfall.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.keys.SecretsCopy;
import se.utfall.order.DeliveryMode;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.order.OrderView;
import se.utfall.outcome.Anchor;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.HeldFile;
import se.utfall.store.TestDatabase;

/** A disposal that is cut short anywhere goes on where it was and ends in one certificate. */
class RetentionTest {
    private static final OrderId ORDER = new OrderId("SCB-2026-001");
    private static final ActingUser ANNA = new ActingUser("anna", Set.of("approve"));
    private static final String DECISION = "AMF 2026/118";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Database database;
    private SecretStore secrets;
    private final List<String> forgotten = new ArrayList<>();
    private int breaksAt = -1;
    private int steps;
    private OrderState state = OrderState.DELIVERED;

    @BeforeEach
    void open() throws IOException {
        database = TestDatabase.open(folder);
        Path keys = folder.resolve("keys");
        secrets = SecretStore.open(new KeySettings(keys, null, keys.resolve("none"), null, Map.of()), CLOCK);
        secrets.ensure(SecretId.order(ORDER.value()));
        Files.writeString(folder.resolve("pass"), "words");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void goesOnWhereItWasCutShort(int step) throws IOException {
        breaksAt = step;
        assertThatThrownBy(() -> room().dispose(ORDER, DECISION, ANNA)).hasMessage("power cut");
        breaksAt = -1;

        DisposalView ended = room().resumeNext().orElseThrow();

        assertThat(ended.ended()).isTrue();
        assertThat(ended.destroyed()).isEqualTo(Map.of("population", 1L));
        assertThat(secrets.holds(SecretId.order(ORDER.value()))).isFalse();
        assertThat(forgotten).contains("first", "second");
        assertThat(room().resumeNext()).isEmpty();
        assertThat(room().list()).containsExactly(ended);
        assertThat(audited("DISPOSAL_CERTIFIED")).isEqualTo(1);
        assertThat(new SecretsCopy(folder.resolve("copy"), folder.resolve("pass")).names())
                .contains("ORDER." + ORDER + ".destroyed", "disposals/" + ORDER + "/gallringsbevis.json")
                .doesNotContain("ORDER." + ORDER + ".secret");
    }

    @Test
    void theCertificateSaysWhatWasDestroyedByWhomAndWhy() throws IOException {
        DisposalView ended = room().dispose(ORDER, DECISION, ANNA);

        Path proof = Path.of(ended.certificate());
        assertThat(Files.readString(proof))
                .contains(DECISION, "anna", "\"persons\" : 1000", "2026-11-24T08:00:00Z", "b".repeat(64));
        assertThat(Files.readString(proof.resolveSibling("gallringsbevis.txt")))
                .contains("GALLRINGSBEVIS", DECISION, ended.certificateSha256());
        assertThat(Files.readString(proof.resolveSibling("disposal-certificate.txt")))
                .contains("CERTIFICATE OF DISPOSAL", ended.certificateSha256());
        assertThat(Files.readString(proof.resolveSibling("gallringsbevis.json.sig")))
                .startsWith("signed ");
        assertThat(room().dispose(ORDER, "another", ANNA)).isEqualTo(ended);
    }

    @Test
    void looksWithoutDestroyingAnything() {
        DisposalView seen = room().preview(ORDER, DECISION, ANNA);

        assertThat(seen.destroyed()).containsEntry("population", 1L);
        assertThat(seen.ended()).isFalse();
        assertThat(forgotten).isEmpty();
        assertThat(secrets.holds(SecretId.order(ORDER.value()))).isTrue();
        assertThat(room().list()).isEmpty();
    }

    @Test
    void refusesWhoMayNotAndReferencesThatCouldBeSomebody() {
        assertThatThrownBy(() -> room().dispose(ORDER, DECISION, new ActingUser("olga", Set.of("operate"))))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageStartingWith("ROLE");
        assertThatThrownBy(() -> room().dispose(ORDER, "beslut 000000-0000", ANNA))
                .hasMessageStartingWith("DISPOSAL_DECISION");
        assertThat(forgotten).isEmpty();
    }

    @Test
    void aDatabaseFromBeforeForgetsAgain() {
        DisposalView first = room().dispose(ORDER, DECISION, ANNA);
        database.useTransaction(handle -> handle.execute("DELETE FROM disposal"));
        state = OrderState.DELIVERED;
        forgotten.clear();

        DisposalView again = room().resumeNext().orElseThrow();

        assertThat(state).isEqualTo(OrderState.DISPOSED);
        assertThat(forgotten).contains("first", "second");
        assertThat(again).isEqualTo(first);
    }

    private Retention room() {
        return new Retention(
                new RetentionSettings(new SecretsCopy(folder.resolve("copy"), folder.resolve("pass"))),
                database,
                new FakeOrders(),
                List.of(forgetful("first"), forgetful("second")),
                secrets,
                new FakeSigner(),
                new AuditTrail(database, CLOCK, new byte[32]),
                CLOCK);
    }

    private Forgetful forgetful(String name) {
        List<HeldFile> held = name.equals("first")
                ? List.of(new HeldFile("population", ORDER + "_001_a1.population.sealed", 12, "b".repeat(64)))
                : List.of();
        return new Forgetful(order -> held, order -> {
            step();
            forgotten.add(name);
            step();
        });
    }

    private void step() {
        if (steps++ == breaksAt) {
            throw new IllegalStateException("power cut");
        }
    }

    private long audited(String action) {
        return database.inTransaction(handle -> handle.createQuery("SELECT count(*) FROM audit_event WHERE action = :a")
                .bind("a", action)
                .mapTo(Long.class)
                .one());
    }

    private final class FakeSigner implements Certifying.Signer {
        @Override
        public byte[] detached(byte[] content) {
            step();
            return ("signed " + content.length).getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public String fingerprint() {
            step();
            return "F".repeat(40);
        }
    }

    private final class FakeOrders implements OrderDoor {
        @Override
        public OrderView show(OrderId order) {
            OrderTerms terms = new OrderTerms(
                    order,
                    "SCB",
                    "uppfoljning",
                    "text",
                    "beslut",
                    Map.of(),
                    YearMonth.of(2026, 1),
                    YearMonth.of(2026, 6),
                    Anchor.EXIT,
                    DeliveryMode.FILE,
                    LocalDate.of(2031, 12, 31),
                    null);
            OrderView.Funnel funnel = new OrderView.Funnel(1000, 1000, 1000, 0, 0, 0);
            return new OrderView(terms, state, 1, "olga", "a".repeat(64), null, List.of(), funnel, null);
        }

        @Override
        public boolean exists(OrderId order) {
            return true;
        }

        @Override
        public int disposable(Handle handle, OrderId order) {
            if (state == OrderState.DISPOSED) {
                throw new OrderRefusedException("DISPOSED", order.value());
            }
            return 2;
        }

        @Override
        public void dispose(Handle handle, OrderId order, ActingUser by, String decision) {
            state = OrderState.DISPOSED;
        }

        @Override
        public List<String> deliveries(OrderId order) {
            return List.of(order + "-L001");
        }
    }
}
