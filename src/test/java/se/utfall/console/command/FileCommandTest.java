package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.console.command.Desk.Answer;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

class FileCommandTest {
    private static final String NAME = "avslut_20261101_001.csv";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void receiveAFileThatIsNotWhatItsManifestSays() throws Exception {
        desk = new Desk(folder);
        String manifest = "{\"fil\":\"" + NAME + "\",\"typ\":\"avslut\",\"layout\":1,\"rader\":0,\"sha256\":\""
                + "0".repeat(64) + "\",\"uttagstid\":\"2026-11-01T02:00:00+01:00\",\"omfattning\":\"delta\"}";
        try (House.Session session = desk.open(Path.of("x"))) {
            session.rooms()
                    .intake()
                    .receive(
                            arrival(NAME + ".klar", manifest),
                            arrival(
                                    NAME,
                                    "personnummer;inskrivning_id;avslutsdatum;avslutsorsak;uppfoljning_3man;andrad;borttagen\n"));
        }
    }

    private Arrival arrival(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        return new Arrival(new Sighting("jobbtorg", name, Files.size(file), Instant.EPOCH), file);
    }

    @Test
    void saysWhyAFileWasSetAside() {
        Answer swedish = desk.type("file", "show", NAME);
        Answer english = desk.type("file", "show", NAME, "--lang", "en");

        assertThat(swedish.exit()).isZero();
        assertThat(swedish.out()).contains("Fynd:", "- HASH: Filens innehåll har inte manifestets SHA-256");
        assertThat(english.out()).contains("Findings:", "- HASH: ").doesNotContain("Fynd");
    }

    @Test
    void givesTheFindingsBesideTheReportsFieldsInJson() {
        Answer answer = desk.type("file", "show", NAME, "--json");

        assertThat(answer.out()).contains("\"state\" : \"QUARANTINED\"", "\"findings\" : [ \"HASH: ");
    }

    @Test
    void listsAllFilesWithoutThem() {
        assertThat(desk.type("file", "show").out()).contains(NAME).doesNotContain("Fynd");
    }
}
