package se.utfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final int THREADS = 4;

    @TempDir
    Path temp;

    private Database database;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void open() {
        database = TestDatabase.open(temp);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    @Test
    void migratesOnceAndKeepsWhatIsThere() {
        database.useTransaction(h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"));

        database.close();
        database = TestDatabase.open(temp);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesADatabaseOfAnotherVersion() {
        database.useTransaction(h -> h.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '004'"));
        database.close();

        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> TestDatabase.open(temp))
                .matches(e -> e.code() == StoreRefusedException.Code.OTHER_SCHEMA);
    }

    @Test
    void ordersTextByItsBytes() {
        for (String key : List.of("b", "a-b", "B", "aa", "\u00e5", "z", "_")) {
            database.useTransaction(h -> h.execute("INSERT INTO task VALUES (?, 'r', 'c', 's', 1)", key));
        }

        List<String> keys = database.inSnapshot(h -> h.createQuery("SELECT task_key FROM task ORDER BY task_key")
                .mapTo(String.class)
                .list());
        assertThat(keys).containsExactly("B", "_", "a-b", "aa", "b", "z", "\u00e5");
    }

    @Test
    void staysWithTheArchiveItWasFirstUsedWith() {
        Path archive = temp.resolve("archive");
        database.tieTo(archive);
        database.tieTo(archive);

        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> database.tieTo(temp.resolve("other/archive")))
                .matches(e -> e.code() == StoreRefusedException.Code.OTHER_FOLDER);
        assertThat(temp.resolve("other")).doesNotExist();
    }

    @Test
    void anArchiveThatHasAnIdKeepsItWithANewDatabase() throws IOException {
        Path archive = Files.createDirectories(temp.resolve("archive"));
        Files.writeString(archive.resolve("hub.id"), "made-earlier");

        database.tieTo(archive);

        assertThat(archive.resolve("hub.id")).hasContent("made-earlier");
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> database.tieTo(temp.resolve("other/archive")));
    }

    @Test
    void leavesNothingOfATransactionThatThrew() {
        assertThatThrownBy(() -> database.useTransaction(h -> {
                    h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    /** Read first, write later: without an immediate transaction the second writer would be refused at once (SQLITE_BUSY). */
    @Test
    void losesNoUpdateOfFourThreads() throws Exception {
        database.useTransaction(h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 0)"));

        List<Future<?>> work = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            work.add(threads.submit(() -> {
                for (int i = 0; i < 100; i++) {
                    database.useTransaction(h -> {
                        long value = h.createQuery("SELECT raised_at FROM task")
                                .mapTo(Long.class)
                                .one();
                        h.execute("UPDATE task SET raised_at = ?", value + 1);
                    });
                }
            }));
        }
        for (Future<?> one : work) {
            one.get(60, TimeUnit.SECONDS);
        }

        assertThat(value()).isEqualTo(THREADS * 100L);
    }

    @Test
    void letsAWriterWaitForAnother() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<?> first = threads.submit(() -> database.useTransaction(h -> {
            h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)");
            writing.countDown();
            await(mayEnd);
        }));
        writing.await();

        Future<Long> second = threads.submit(this::count);
        assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        mayEnd.countDown();

        first.get(10, TimeUnit.SECONDS);
        assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void readsPastAWriterInASnapshotOfItsOwn() throws ExecutionException, InterruptedException, TimeoutException {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        Future<?> writer = threads.submit(() -> database.useTransaction(h -> {
            h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)");
            writing.countDown();
            await(mayEnd);
        }));
        writing.await();

        long seen =
                threads.submit(() -> database.inSnapshot(DatabaseTest::tasks)).get(5, TimeUnit.SECONDS);
        mayEnd.countDown();
        writer.get(10, TimeUnit.SECONDS);

        assertThat(seen).isZero();
        assertThat(database.inSnapshot(DatabaseTest::tasks)).isEqualTo(1);
    }

    @Test
    void seesOneMomentThroughoutASnapshot() {
        long[] seen = database.inSnapshot(h -> {
            long before = tasks(h);
            database.useTransaction(w -> w.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"));
            return new long[] {before, tasks(h)};
        });

        assertThat(seen).containsExactly(0, 0);
    }

    @Test
    void refusesToWriteInASnapshotAndWritesAgainAfterIt() {
        assertThatThrownBy(() -> database.inSnapshot(h -> h.execute("DELETE FROM task")))
                .isInstanceOf(RuntimeException.class);

        for (int i = 0; i < 8; i++) {
            String key = "k" + i;
            database.useTransaction(h -> h.execute("INSERT INTO task VALUES (?, 'r', 'c', 's', 1)", key));
        }
        assertThat(count()).isEqualTo(8);
    }

    private static long tasks(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM task").mapTo(Long.class).one();
    }

    private long count() {
        return database.inTransaction(DatabaseTest::tasks);
    }

    private long value() {
        return database.inTransaction(h ->
                h.createQuery("SELECT raised_at FROM task").mapTo(Long.class).one());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
