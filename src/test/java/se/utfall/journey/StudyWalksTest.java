package se.utfall.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.demo.Stage;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.store.ActingUser;

/** A study through every room: the partner's wish, two packages, refused results, and then good ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StudyWalksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FILE = Path.of("docs/operator/exempel/ifau-studie.yaml");
    private static final ActingUser OPERATOR = new ActingUser("olga", Set.of("operate"));
    private Stage stage;
    private Path folder;
    private OrderId study;

    @BeforeAll
    void set(@TempDir Path data) throws IOException {
        folder = data;
        stage = Stage.set(data, 7, 300);
    }

    @AfterAll
    void close() {
        stage.close();
    }

    @Test
    @Order(1)
    void thePartnersWishBecomesADraftAndIsAnswered() throws IOException {
        String asked = stage.institute().ask();

        await().atMost(PATIENCE).until(() -> stage.institute().answer(asked).equals(java.util.Optional.of("GODKAND")));

        assertThat(stage.rooms().orders().drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.terms().partnerReference()).isEqualTo("IFAU-2026-901");
            assertThat(draft.missing()).contains("legalBasis");
        });
        assertThat(stage.rooms().orders().list()).hasSize(1);
    }

    @Test
    @Order(2)
    void theStudyGoesToBothAndIsAcknowledgedByBoth() {
        study = stage.rooms().orders().create(FILE, OPERATOR);
        stage.rooms().orders().freeze(study, OPERATOR);
        stage.rooms().orders().approve(study, new ActingUser("anna", Set.of("approve")));
        stage.rooms().orders().approve(study, new ActingUser("bea", Set.of("approve")));
        stage.rooms().orders().send(study, OPERATOR);

        await().atMost(PATIENCE).until(() -> stage.rooms().orders().show(study).state() == OrderState.ACKNOWLEDGED);

        assertThat(stage.rooms().orders().show(study).study().packages())
                .allMatch(p -> p.state().equals("ACKNOWLEDGED"));
        assertThat(stage.institute().alarms()).isEmpty();
        assertThat(stage.partner().alarms()).isEmpty();
        assertThat(stage.partner().accepted(study.value())).isTrue();
    }

    @ParameterizedTest
    @Order(3)
    @CsvSource(
            delimiter = '|',
            value = {
                "individer.csv|lopnr;grupp|LEVERANSSATT",
                "resultat.csv|tabell;grupp;matt;varde;standardfel;n;lopnr|RESULTAT_KOLUMNER",
                "resultat.csv|tabell;grupp;matt;varde;standardfel;n~t;g;m;1,5;0,1;3|RESULTAT_LITET_N"
            })
    void resultsThatCouldBeAboutSomebodyAreRefused(String file, String csv, String code) throws IOException {
        String name = stage.institute().deliver(study.value(), file, csv.replace('~', '\n') + "\n");

        await().atMost(PATIENCE).until(() -> stage.institute().answer(name).equals(java.util.Optional.of("AVVISAD")));

        assertThat(stage.rooms().exchange().find(name)).anyMatch(p -> code.equals(p.code()));
        assertThat(stage.rooms().linkage().results()).isEmpty();
    }

    @Test
    @Order(4)
    void goodResultsAreHandedOn() throws IOException {
        String csv = "tabell;grupp;matt;varde;standardfel;n\neffekt;ALLA;andel;41,5;1,2;120\n";
        String name = stage.institute().deliver(study.value(), "resultat.csv", csv);

        await().atMost(PATIENCE).until(() -> stage.institute().answer(name).equals(java.util.Optional.of("GODKAND")));
        await().atMost(PATIENCE)
                .until(() -> stage.rooms().linkage().results().stream().anyMatch(r -> r.handedOnAt() != null));

        assertThat(folder.resolve("results/" + study + "-L004/resultat.csv")).hasContent(csv);
        assertThat(stage.rooms().orders().show(study).state()).isEqualTo(OrderState.DELIVERED);
        assertThat(stage.rooms().linkage().list()).isEmpty();
        assertThat(stage.rooms().publishing().list()).isEmpty();
        assertThat(Files.readString(folder.resolve("results/" + study + "-L004/provenance.json")))
                .contains("IFAU-2026-901");
    }
}
