package se.utfall.dataset.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine's lock-down, tried by what it must refuse. */
class EngineTest {
    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('/etc/hostname')",
                "SELECT * FROM read_csv('/etc/passwd')",
                "COPY (SELECT 1) TO '%s/outside.csv'",
                "COPY (SELECT 1) TO '%s/folder/../outside.csv'",
                "ATTACH '%s/outside.db' AS other",
                "SET enable_external_access = true",
                "SET memory_limit = '100GB'",
                "SET temp_directory = '/tmp'",
                "SET allowed_directories = ['/']",
                "SET lock_configuration = false",
                "INSTALL httpfs",
                "LOAD httpfs",
                "SELECT * FROM read_csv('https://example.invalid/x.csv')"
            })
    void refuses(String statement) throws SQLException {
        try (Engine engine = new Engine(job())) {
            Job.Question question = new Job.Question("q", statement.replace("%s", temp.toString()));

            assertThatThrownBy(() -> engine.ask(question)).isInstanceOf(SQLException.class);
        }
        assertThat(temp.resolve("outside.csv")).doesNotExist();
        assertThat(temp.resolve("outside.db")).doesNotExist();
    }

    @Test
    void keepsTheMemoryItWasGiven() throws SQLException {
        try (Engine engine = new Engine(job())) {
            String asked = "SELECT current_setting('memory_limit'), current_setting('temp_directory')";

            assertThat(engine.ask(new Job.Question("q", asked)))
                    .containsExactly(List.of("61.0 MiB", temp.resolve("spill").toString()));
        }
    }

    private Job job() {
        return new Job(
                "64MB",
                1,
                temp.resolve("folder"),
                temp.resolve("spill"),
                "t",
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
