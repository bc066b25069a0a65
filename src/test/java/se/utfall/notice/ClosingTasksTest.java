package se.utfall.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

class ClosingTasksTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    private static final ActingUser OLGA = new ActingUser("olga", Set.of("operate"));
    private static final String KEY = "exchange/ODD_NAME/SCB";

    @TempDir
    Path folder;

    private Database database;
    private Tasks tasks;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void closesAndRemembersWhoAndWhy() {
        tasks.raise("exchange", "ODD_NAME", "SCB");

        Optional<Task> closed = close(KEY);

        assertThat(closed).get().extracting(Task::code).isEqualTo("ODD_NAME");
        assertThat(tasks.listOpen()).isEmpty();
        assertThat(tasks.listClosed(NOW))
                .containsExactly(new ClosedTask(
                        closed.orElseThrow(),
                        NOW,
                        "olga",
                        ClosingReason.COUNTERPART_ANSWERED,
                        new Reference("INC-4711")));
        assertThat(tasks.listClosed(NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void comesBackWhenItsCauseStillHolds() {
        tasks.raise("exchange", "ODD_NAME", "SCB");
        close(KEY);

        tasks.raise("exchange", "ODD_NAME", "SCB");

        assertThat(tasks.listOpen()).extracting(Task::key).containsExactly(KEY);
    }

    @Test
    void closesNothingThatIsNotOpen() {
        assertThat(close(KEY)).isEmpty();
        assertThat(tasks.listClosed(Instant.EPOCH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "INC-4711", "AMN2026-117", "12345678"})
    void takesTheNumberOfAnErrand(String text) {
        assertThat(new Reference(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free words", "123456789", "12345-6789", "ABCDEFGHIJKLMNOPQRSTU", "é"})
    void takesNoFreeTextAndNothingThatCouldBeAPerson(String text) {
        assertThat(Reference.fits(text)).isFalse();
    }

    private Optional<Task> close(String key) {
        return database.inTransaction(
                h -> tasks.close(h, key, OLGA, ClosingReason.COUNTERPART_ANSWERED, new Reference("INC-4711")));
    }
}
