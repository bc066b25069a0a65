package se.utfall.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.demo.Stage;
import se.utfall.demo.partner.Fault;
import se.utfall.demo.partner.Partner;
import se.utfall.exchange.PackageView;

/** Deliveries that must be refused, through every room: nothing of them is linked or published, and the next good one goes its way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RefusedWalksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Those without a valid signature get no receipt. */
    private static final Map<Fault, String> UNANSWERED = Map.of(
            Fault.WRONG_SIGNER, "OKAND_SIGNATUR",
            Fault.UNSIGNED, "EJ_SIGNERAD",
            Fault.TAMPERED, "MANIPULERAD",
            Fault.TRUNCATED, "AVKORTAD");

    private Stage stage;

    @BeforeAll
    void set(@TempDir Path data) throws IOException {
        stage = Stage.set(data, 5, 120);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Order(1)
    @ParameterizedTest
    @EnumSource(
            names = {"REPLAY", "PREL_AFTER_DEF"},
            mode = EnumSource.Mode.EXCLUDE)
    void refusesAndLeavesNothing(Fault fault) throws IOException {
        String name = stage.partner().deliver(stage.order().value(), fault);

        PackageView refused = await().atMost(PATIENCE).until(() -> settled(name), v -> v != null);

        assertThat(refused.state()).isEqualTo("REFUSED");
        assertThat(stage.rooms().linkage().list()).isEmpty();
        assertThat(stage.rooms().publishing().list()).isEmpty();
        if (UNANSWERED.containsKey(fault)) {
            assertThat(refused.code()).isEqualTo(UNANSWERED.get(fault));
        } else {
            await().atMost(PATIENCE).until(() -> status(name).equals("AVVISAD"));
        }
    }

    @Order(2)
    @Test
    void thenTakesAGoodDeliveryAndPublishesIt() throws IOException {
        String name = stage.partner().deliver(stage.order().value()).orElseThrow();

        await().atMost(PATIENCE).until(() -> status(name).equals("GODKAND"));

        assertThat(stage.rooms().linkage().list()).singleElement().matches(d -> d.balanced());
        await().atMost(PATIENCE)
                .until(() -> stage.rooms().publishing().list().stream().anyMatch(b -> b.doneAt() != null));
    }

    @Order(3)
    @Test
    void aReplayUnderTheSameNameIsSetAsideAndTheFirstStands() throws IOException {
        String name = stage.partner().deliver(stage.order().value(), Fault.REPLAY);

        await().atMost(PATIENCE)
                .until(() -> stage.rooms().exchange().find(name).stream()
                        .anyMatch(p -> p.state().equals("QUARANTINED")));

        assertThat(stage.rooms().linkage().list()).hasSize(1);
        assertThat(stage.rooms().tasks().listOpen()).anyMatch(t -> t.code().equals("NAME_TAKEN"));
    }

    @Order(4)
    @Test
    void aPreliminaryTableAfterTheDefinitiveOneIsRefused() throws IOException {
        String definitive = stage.partner().deliver(stage.order().value()).orElseThrow();
        await().atMost(PATIENCE).until(() -> status(definitive).equals("GODKAND"));

        String late = stage.partner().deliver(stage.order().value(), Fault.PREL_AFTER_DEF);

        await().atMost(PATIENCE).until(() -> status(late).equals("AVVISAD"));
        assertThat(stage.rooms().exchange().find(late)).anyMatch(p -> "PREL_EFTER_DEF".equals(p.code()));
        assertThat(stage.rooms().linkage().list()).hasSize(2);
    }

    private PackageView settled(String name) {
        return stage.rooms().exchange().find(name).stream()
                .filter(p -> !p.state().equals("RECEIVED"))
                .reduce((first, last) -> last)
                .orElse(null);
    }

    /** What the partner was told of its delivery. */
    private String status(String name) {
        return stage.partner().deliveries().stream()
                .filter(d -> d.name().equals(name))
                .map(Partner.Delivery::status)
                .reduce((first, last) -> last)
                .orElse("");
    }
}
