package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    private static final Path EXAMPLE = Path.of("docs/operator/exempel/utfall.yaml");

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithTheDocumentedExampleButThatItsFilesAreElsewhere() {
        assertThatExceptionOfType(SettingsProblemsException.class)
                .isThrownBy(() -> SettingsFile.read(EXAMPLE))
                .satisfies(e -> assertThat(e.problems())
                        .hasSizeGreaterThan(8)
                        .allMatch(p -> p.endsWith(": no readable file there")));
    }

    @Test
    void theDocumentNamesEverySettingOfTheExample() throws IOException {
        String document = Files.readString(Path.of("docs/operator/configuration.md"));
        List<String> keys = Pattern.compile("^ *([a-zA-Z]+):", Pattern.MULTILINE)
                .matcher(Files.readString(EXAMPLE))
                .results()
                .map(m -> m.group(1))
                .filter(k -> !List.of("jobbtorg", "statistik", "lager").contains(k))
                .distinct()
                .toList();

        assertThat(keys)
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(document).contains(key));
    }

    @Test
    void readsPathsFromTheFilesOwnFolderAndGivesDefaults() throws IOException {
        Files.writeString(folder.resolve("password"), "x");
        Files.writeString(folder.resolve("hub.asc"), "x");
        Path file = Files.writeString(
                folder.resolve("utfall.yaml"),
                "data: state\nkeys: {secrets: ../secrets, pgp: hub.asc}\nbroker: {passwordFile: password}\n");

        Settings settings = SettingsFile.read(file);

        assertThat(settings.data()).isEqualTo(folder.resolve("state"));
        assertThat(settings.work()).isEqualTo(folder.resolve("state/work"));
        assertThat(settings.keys().secrets()).isEqualTo(folder.resolveSibling("secrets"));
        assertThat(settings.store().url()).isEqualTo("jdbc:sqlite:" + folder.resolve("state/utfall.db"));
        assertThat(settings.exchange().receiptWait()).hasHours(72);
        assertThat(settings.broker().embedded()).isTrue();
    }

    @Test
    void refusesWhatIsNoYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("utfall.yaml"), "data: [\n");

        assertThatExceptionOfType(SettingsProblemsException.class)
                .isThrownBy(() -> SettingsFile.read(file))
                .withMessageContaining("not YAML, line");
    }

    @Test
    void saysThatTheFileIsNotThere() {
        assertThatExceptionOfType(SettingsProblemsException.class)
                .isThrownBy(() -> SettingsFile.read(folder.resolve("none.yaml")))
                .withMessageContaining("cannot be read");
    }
}
