package se.utfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private Path file;
    private Database database;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void open() {
        file = temp.resolve("utfall.db");
        database = Database.open(StoreSettings.sqlite(file));
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        database.close();
    }

    private String pragma(String name) {
        return database.inTransaction(
                h -> h.createQuery("PRAGMA " + name).mapTo(String.class).one());
    }

    @Test
    void migratesOnceAndKeepsWhatIsThere() {
        database.useTransaction(h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"));

        database.close();
        database = Database.open(StoreSettings.sqlite(file));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void refusesADatabaseOfAnotherVersion() {
        database.useTransaction(h -> h.execute("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '004'"));
        database.close();

        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> Database.open(StoreSettings.sqlite(file)))
                .matches(e -> e.code() == StoreRefusedException.Code.OTHER_SCHEMA);
    }

    @Test
    void saysThatItCannotBeReached() {
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(() -> Database.open(StoreSettings.sqlite(temp.resolve("no/such/folder.db"))))
                .matches(e -> e.code() == StoreRefusedException.Code.UNREACHABLE);
    }

    @Test
    void makesEveryCommitDurable() {
        assertThat(pragma("journal_mode")).isEqualTo("wal");
        assertThat(pragma("synchronous")).isEqualTo("2");
        assertThat(pragma("foreign_keys")).isEqualTo("1");
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
