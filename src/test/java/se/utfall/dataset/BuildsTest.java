package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.TestDatabase;

/** What happens when building is cut short, at any point. */
class BuildsTest {
    @TempDir
    Path temp;

    private MadeUp order;
    private DatasetHouse house;

    @BeforeEach
    void open() {
        order = new MadeUp(60, 8);
        house = new DatasetHouse(temp, order);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void hasNothingToDoWhenNothingIsRequested() {
        assertThat(house.datasets.buildNext()).isEmpty();
    }

    @Test
    void buildsTheOldestFirst() {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        house.later(Duration.ofMinutes(1));
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);

        assertThat(house.datasets.buildNext().orElseThrow().version()).isEqualTo(1);
        assertThat(house.datasets.buildNext().orElseThrow().version()).isEqualTo(2);
        assertThat(house.datasets.buildNext()).isEmpty();
        assertThat(house.datasets.list()).extracting(DatasetView::state).containsExactly("BUILT", "BUILT");
    }

    @Test
    void removesWhatAKilledHubLeftAndBuildsAnew() throws IOException {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        Path half = Files.createDirectories(house.root.resolve(".building-SCB-2026-001_v001-7/data"));
        Files.writeString(half.resolve("outcomes.parquet"), "half");
        Path unmarked = Files.createDirectories(house.root.resolve("SCB-2026-001_v001_20261124_01234567"));
        Files.writeString(unmarked.resolve("LAS-MIG.html"), "whole, but the hub died before it was marked");
        Path other = Files.createDirectories(house.root.resolve("SCB-2026-002_v001_20261124_01234567"));

        DatasetView built = house.datasets.buildNext().orElseThrow();

        assertThat(built.state()).isEqualTo("BUILT");
        assertThat(folders()).containsExactlyInAnyOrder(built.folder(), other);
        assertThat(workArea()).isEmpty();
    }

    @Test
    void leavesADatasetToTheHubThatBuildsItUntilThatIsDead() {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        house.database.useTransaction(h -> new JdbcDatasets(house.root).claim(h, house.now, Lease.LENGTH));
        Datasets another = house.another("512MB");

        assertThat(another.buildNext()).isEmpty();
        house.later(Lease.LENGTH.plusSeconds(1));

        assertThat(another.buildNext().orElseThrow().state()).isEqualTo("BUILT");
        assertThat(another.list().get(0).failures()).isZero();
    }

    @Test
    void doesNotCountWhatAnotherAttemptHasTakenOver() throws IOException {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        order.disturbance = n -> {
            if (n == 100) {
                house.database.useTransaction(
                        h -> h.execute("UPDATE dataset SET attempt = attempt + 1, not_before = 0"));
            }
        };

        DatasetView view = house.datasets.buildNext().orElseThrow();

        assertThat(view.state()).isEqualTo("REQUESTED");
        assertThat(folders()).isEmpty();
        order.disturbance = n -> {};
        assertThat(house.datasets.buildNext().orElseThrow().state()).isEqualTo("BUILT");
    }

    @Test
    void triesThreeTimesWhenTheWorkerIsKilledThenGivesUp() throws IOException {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        order.disturbance = n -> {
            if (n == 50) {
                ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
            }
        };

        DatasetView first = house.datasets.buildNext().orElseThrow();

        assertThat(first.state()).isEqualTo("REQUESTED");
        assertThat(first.failures()).isEqualTo(1);
        assertThat(house.tasksOpen()).containsExactly("NOT_BUILT");
        assertThat(house.datasets.buildNext()).as("not at once").isEmpty();
        house.later(Duration.ofMinutes(5));
        assertThat(house.datasets.buildNext().orElseThrow().failures()).isEqualTo(2);
        house.later(Duration.ofMinutes(5));
        assertThat(house.datasets.buildNext().orElseThrow().state()).isEqualTo("FAILED");
        assertThat(house.tasksOpen()).containsExactly("GIVEN_UP");
        house.later(Duration.ofMinutes(5));
        assertThat(house.datasets.buildNext()).isEmpty();
        assertThat(folders()).isEmpty();
        assertThat(workArea()).isEmpty();
    }

    @Test
    void leavesNoDataLyingWhenItCannotBeMarked() throws IOException {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        TestDatabase.spoil(house.database, "UPDATE", "dataset", "WHEN (NEW.state = 'BUILT')");

        assertThatThrownBy(() -> house.datasets.buildNext()).hasStackTraceContaining("the disk is full");
        assertThat(house.datasets.list().get(0).failures()).isEqualTo(1);
        assertThat(folders()).isEmpty();

        TestDatabase.mend(house.database, "dataset");
        house.later(Duration.ofMinutes(5));
        assertThat(house.datasets.buildNext().orElseThrow().state()).isEqualTo("BUILT");
    }

    @Test
    void closesTheTaskWhenALaterTrySucceeds() {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        order.disturbance = n -> {
            throw new IllegalStateException("the order's secret is not to be had");
        };
        assertThatThrownBy(() -> house.datasets.buildNext()).isInstanceOf(IllegalStateException.class);
        assertThat(house.tasksOpen()).containsExactly("NOT_BUILT");
        order.disturbance = n -> {};
        house.later(Duration.ofMinutes(5));

        assertThat(house.datasets.buildNext().orElseThrow().state()).isEqualTo("BUILT");
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void failsWhenTheWorkerMayNotHaveTheMemoryItNeeds() {
        try (DatasetHouse cramped = new DatasetHouse(temp.resolve("cramped"), new MadeUp(4_000, 24), "10MB")) {
            cramped.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);

            assertThat(cramped.datasets.buildNext().orElseThrow().failures()).isEqualTo(1);
            assertThat(cramped.tasksOpen()).containsExactly("NOT_BUILT");
            assertThat(cramped.audited()).last().isEqualTo("hub DATASET_TRY_FAILED SCB-2026-001_v001 MEMORY");
        }
    }

    @Test
    void buildsAgainWhenADeliveryCameMeanwhile() {
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        order.disturbance = n -> order.delivered = n < 100;

        DatasetView first = house.datasets.buildNext().orElseThrow();
        order.disturbance = n -> {};
        order.delivered = true;
        DatasetView second = house.datasets.buildNext().orElseThrow();

        assertThat(first.state()).isEqualTo("REQUESTED");
        assertThat(first.failures()).isZero();
        assertThat(second.state()).isEqualTo("BUILT");
    }

    @Test
    void leavesNoProcessBehind() {
        house.built();
        order.disturbance = n -> {
            throw new IllegalStateException();
        };
        house.datasets.request(MadeUp.ORDER, DatasetHouse.STINA);
        assertThatThrownBy(() -> house.datasets.buildNext()).isInstanceOf(IllegalStateException.class);

        assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(house.root)) {
            return folders.toList();
        }
    }

    private List<Path> workArea() throws IOException {
        try (Stream<Path> files = Files.list(house.workArea.root())) {
            return files.toList();
        }
    }
}
