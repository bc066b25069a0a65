package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.console.command.Desk.Answer;
import se.utfall.order.OrderId;
import se.utfall.order.ProposedOrder;

class CommandsTest {
    private static final String EXAMPLE = "docs/operator/exempel/scb-stockholmsjobb.yaml";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void documentsCommandsAndExitCodesInBothLanguages() {
        Answer swedish = desk.type("--help");
        Answer english = desk.type("--help", "--lang", "en");

        assertThat(swedish.exit()).isZero();
        assertThat(swedish.out())
                .contains("Användning: utfall", "Kommandon:", "Slutkoder:")
                .containsPattern("4 +det som söktes finns inte");
        assertThat(english.out())
                .contains("Usage: utfall", "Commands:", "Exit codes:")
                .doesNotContain("Slutkoder");
        for (String command : List.of(
                "run",
                "demo",
                "order",
                "package",
                "file",
                "delivery",
                "result",
                "dataset",
                "status",
                "audit",
                "user",
                "task")) {
            assertThat(swedish.out()).containsPattern("(?m)^  " + command + " +\\S");
        }
    }

    @Test
    void speaksSwedishOnAMachineThatSpeaksEnglish() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);

            assertThat(desk.type("order", "--help").out()).contains("En beställning från utkast till skickad.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"order show --config a.yaml --json", "order --config a.yaml --json show"})
    void takesOptionsBeforeAndAfterTheVerb(String line) {
        Answer answer = desk.type(line.split(" "));

        assertThat(answer.exit()).isZero();
        assertThat(answer.out().strip()).isEqualTo("[ ]");
        assertThat(desk.config).isEqualTo(Path.of("a.yaml"));
    }

    @Test
    void showsADraftWithWhatIsMissingAndTurnsItDown() {
        ProposedOrder wish = new ProposedOrder(
                "IFAU",
                new OrderId("IFAU-2026-901"),
                1,
                "ab".repeat(32),
                "Effekter",
                "dnr 1",
                Map.of("BAS", List.of("SyssStat")),
                YearMonth.of(2022, 1),
                YearMonth.of(2026, 6),
                "De som började",
                null);
        try (House.Session session = desk.open(Path.of(""))) {
            session.rooms()
                    .database()
                    .useTransaction(h -> session.rooms().orders().proposed(h, wish));
        }

        Answer shown = desk.type("order", "show", "IFAU-2026-001");
        assertThat(shown.out())
                .contains(
                        "Läge: DRAFT\n",
                        "Partnerns beteckning: IFAU-2026-901\n",
                        "Saknas:\n  - purpose\n  - legalBasis\n");
        assertThat(desk.type("order", "show", "--json").out()).contains("\"state\" : \"DRAFT\"");
        Answer frozen = desk.act("order", "freeze", "IFAU-2026-001");
        assertThat(frozen.exit()).isOne();
        assertThat(frozen.err()).contains("bara ett utkast");
        assertThat(desk.act("order", "decline", "IFAU-2026-001").exit()).isZero();
        assertThat(desk.type("order", "show", "IFAU-2026-001").exit()).isEqualTo(4);
    }

    @Test
    void createsAndShowsAnOrder() {
        Answer created = desk.act("order", "create", EXAMPLE);

        Answer shown = desk.type("order", "show", "SCB-2026-001");

        assertThat(created.err()).isEmpty();
        assertThat(created.exit()).isZero();
        assertThat(shown.out())
                .isEqualTo(created.out())
                .contains("  Partner: SCB")
                .contains("Läge: SPEC_APPROVED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"freeze", "show"})
    void saysThatAnOrderDoesNotExist(String verb) {
        Answer answer = desk.act("order", verb, "SCB-2026-009");

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains("Beställningen finns inte.")
                .contains("SCB-2026-009")
                .contains("(UNKNOWN_ORDER)");
    }

    @Test
    void saysInEnglishToo() {
        Answer answer = desk.act("order", "freeze", "SCB-2026-009", "--lang=en");

        assertThat(answer.err()).doesNotContain("Beställningen").contains("(UNKNOWN_ORDER)");
    }

    @Test
    void refusesAnActThatTheRoleDoesNotAllow() {
        desk.act("order", "create", EXAMPLE);

        Answer answer = desk.act("order", "approve", "SCB-2026-001");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("Steget kräver en roll som du inte har.")
                .contains("approve");
    }

    @Test
    void refusesAnActThatTheStateDoesNotAllow() {
        desk.act("order", "create", EXAMPLE);

        Answer answer = desk.as("anna", "order", "approve", "SCB-2026-001");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("Steget är inte tillåtet").contains("SPEC_APPROVED -> RELEASE_APPROVED");
    }

    @Test
    void saysAllThatIsWrongWithAnOrderFile() throws Exception {
        Path file = Files.writeString(folder.resolve("order.yaml"), "partner: NOBODY\npurpose: X\n");

        Answer answer = desk.act("order", "create", file.toString());

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("Rätta dem och skapa om.").contains("rad 1, partner: ");
    }

    @Test
    void understandsOnlyOrderNumbers() {
        Answer answer = desk.act("order", "freeze", "ett");

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("Ett beställningsnummer som SCB-2026-001 väntades.");
        assertThat(desk.config).as("nothing was opened").isEqualTo(Path.of(""));
    }

    @Test
    void refusesAWrongPasswordAndNeedsAName() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "fel");

        Answer refused =
                desk.type("order", "freeze", "SCB-2026-001", "--as", "olga", "--password-file", wrong.toString());
        Answer nobody = desk.type("order", "freeze", "SCB-2026-001");
        Answer nofile = desk.type("order", "freeze", "SCB-2026-001", "--as", "olga", "--password-file", "gone");

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("Fel användare eller lösenord. Inget har gjorts.");
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(nobody.err()).contains("Ange --as");
        assertThat(nofile.exit()).isEqualTo(1);
        assertThat(nofile.err()).contains("Lösenordsfilen gone går inte att läsa.");
    }

    @Test
    void saysThatAFileDoesNotExist() {
        Answer answer = desk.type("file", "show", "avslut_20261101_001.csv", "--json");

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Ingen fil heter så").contains("avslut_20261101_001.csv");
    }

    @Test
    void verifiesTheTrail() {
        Answer whole = desk.type("audit", "verify");
        try (House.Session session = desk.open(Path.of("x"))) {
            session.rooms().database().useTransaction(h -> h.execute("UPDATE audit_event SET subject = 'eve'"));
        }
        Answer broken = desk.type("audit", "verify", "--json");

        assertThat(whole.exit()).isZero();
        assertThat(whole.out()).contains("Granskningsloggen är hel: 2 rader.");
        assertThat(broken.exit()).isEqualTo(1);
        assertThat(broken.out()).startsWith("{").contains("\"message\" : \"audit.broken\"");
    }

    @Test
    void showsNothingOfAnUnexpectedFailureButItsType() {
        desk.trouble = new IllegalStateException("a person's data");

        Answer answer = desk.type("order", "show");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err())
                .contains("Oväntat fel: IllegalStateException.")
                .contains("Loggen har platsen")
                .doesNotContain("a person's data")
                .doesNotContain("\tat ");
    }

    @Test
    void showsARefusalInItsOwnWords() {
        desk.trouble = new Refusal("Ett annat nav kör redan.");

        assertThat(desk.type("order", "show").err()).isEqualTo("Ett annat nav kör redan." + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "order", "order show --lang de", "user set olga", "demo --persons many"})
    void saysHowToGetHelpWhenItDoesNotUnderstand(String line) {
        Answer answer = desk.type(line.split(" "));

        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Kommandot går inte att tyda: ").contains("Inget har gjorts. Hjälp: utfall");
    }

    @Test
    void runsAndPlaysTheDemoAsAsked() {
        assertThat(desk.type("run", "--config", "b.yaml").exit()).isZero();
        assertThat(desk.config).isEqualTo(Path.of("b.yaml"));
        assertThat(desk.type("demo", "--persons", "7", "--lang", "EN").exit()).isZero();
    }
}
