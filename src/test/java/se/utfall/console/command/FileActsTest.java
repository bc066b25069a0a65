package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.console.command.Desk.Answer;

/** What a person decides about a file that was set aside. */
class FileActsTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"release", "reject", "confirm", "keep"})
    void decidesOnNoFileThatIsNotThere(String verb) {
        Answer answer = desk.act("file", verb, "avslut_20261101_001.csv", "--reason", "DECIDED");

        assertThat(answer.exit()).isEqualTo(4);
        assertThat(answer.err()).contains("Ingen fil heter så");
    }

    @Test
    void rejectsATornFileAndNeverReleasesIt() throws Exception {
        String name = "avslut_20261101_001.csv";
        desk.tornFile(name);

        Answer released = desk.act("file", "release", name, "--reason", "SOURCE_CONFIRMS");
        Answer wrongReason = desk.act("file", "reject", name, "--reason", "SOURCE_CONFIRMS");
        Answer refused = desk.as("anna", "file", "reject", name, "--reason", "TORN");
        Answer rejected = desk.act("file", "reject", name, "--reason", "TORN", "--reference", "INC-1");
        Answer shown = desk.type("file", "show", name, "--json");

        assertThat(released.exit()).isEqualTo(1);
        assertThat(released.err()).contains("kan aldrig släppas in");
        assertThat(wrongReason.err()).contains("Orsaken hör inte till det beslutet.");
        assertThat(refused.err()).contains("kräver rollen operate");
        assertThat(rejected.exit()).isZero();
        assertThat(rejected.out()).contains("Läge: REJECTED");
        assertThat(shown.out())
                .contains("\"kind\" : \"PULLED\"", "\"kind\" : \"QUARANTINED\"", "\"kind\" : \"REJECTED\"")
                .contains("\"by\" : \"olga\"", "\"detail\" : \"TORN INC-1\"");
        assertThat(desk.type("task", "show").out()).isBlank();
    }
}
