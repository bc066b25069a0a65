package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.SettableClock;
import se.utfall.console.page.Contact;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.flow.Rooms;
import se.utfall.notice.Task;
import se.utfall.notice.Tasks;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** A real database and real tasks; the other rooms are not there, as when they fail. */
class RoomsHubTest {
    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(Pictures.NOW);
    private Database database;
    private Tasks tasks;
    private RoomsHub hub;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, clock);
        Rooms rooms = new Rooms(database, null, tasks, null, null, null, null, null, null, null, null, null);
        hub = new RoomsHub(rooms, new FakeRoutes(), clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readsWhatCanBeReadAndNamesTheRest() {
        tasks.raise("flow", "ROUTE_FAILS", "publish");

        Snapshot now = hub.look(EnumSet.allOf(Part.class));

        assertThat(now.asOf()).isEqualTo(clock.instant());
        assertThat(now.tasks()).extracting(Task::code).containsExactly("ROUTE_FAILS");
        assertThat(now.routes()).hasSize(3);
        assertThat(now.contacts()).containsExactly(new Contact("SCB", null, Duration.ofMinutes(1)));
        assertThat(now.unreadable())
                .containsExactlyInAnyOrder(
                        Part.ORDERS, Part.PACKAGES, Part.DELIVERIES, Part.FILES, Part.BATCHES, Part.DATASETS);
    }

    @Test
    void readsNoMoreThanAskedFor() {
        tasks.raise("flow", "ROUTE_FAILS", "publish");

        Snapshot now = hub.look(EnumSet.of(Part.ROUTES));

        assertThat(now.routes()).isNotEmpty();
        assertThat(now.tasks()).isEmpty();
        assertThat(now.unreadable()).isEmpty();
    }

    @Test
    void knowsWhetherTheDatabaseAnswers() {
        assertThat(hub.databaseAnswers()).isTrue();

        database.close();

        assertThat(hub.databaseAnswers()).isFalse();
        assertThat(hub.look(EnumSet.allOf(Part.class)).unreadable()).contains(Part.TASKS);
    }
}
