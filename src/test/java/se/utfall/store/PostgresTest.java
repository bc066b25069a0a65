package se.utfall.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.StoreRefusedException.Code;

/** What is PostgreSQL's own: sessions that break, two hubs, other encodings and languages. */
@Tag("peer")
@Tag("postgresql")
class PostgresTest {
    @TempDir
    Path temp;

    private StoreSettings settings;
    private Database database;

    @BeforeEach
    void open() {
        settings = TestDatabase.settings(temp);
        database = Database.open(settings);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesEveryCommitDurable() {
        assertThat(shown("synchronous_commit")).isEqualTo("on");
    }

    @Test
    void readsWhatWasCommittedBeforeItsTurnWhateverTheServerPrefers() {
        assertThat(shown("transaction_isolation")).isEqualTo("read committed");
        assertThat(shown("lock_timeout")).isEqualTo("30s");
    }

    @Test
    void saysThatItCannotBeReached() {
        StoreSettings stranger = new StoreSettings(settings.url(), "nobody-here", settings.passwordFile(), 1);

        refused(Code.UNREACHABLE, () -> Database.open(stranger).close());
    }

    @Test
    void refusesADatabaseOfAnotherEncoding() {
        TestDatabase.server()
                .execute("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0");
        try {
            String url = settings.url().replace(TestDatabase.name(settings), "latin");

            refused(
                    Code.ENCODING,
                    () -> Database.open(new StoreSettings(url, settings.user(), settings.passwordFile(), 1))
                            .close());
        } finally {
            TestDatabase.server().execute("DROP DATABASE latin WITH (FORCE)");
        }
    }

    /** As when the server is restarted. */
    @Test
    void aTransactionWhoseSessionBrokeLeavesNothingAndTheNextGoesOn() {
        assertThatThrownBy(() -> database.useTransaction(h -> {
                    h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)");
                    breakSessions();
                    h.execute("INSERT INTO task VALUES ('l', 'r', 'c', 's', 1)");
                }))
                .isInstanceOf(RuntimeException.class);

        await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(this::tasks, n -> n == 0);
        database.useTransaction(h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"));
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void oneHubAtATimeWorksOnIt() {
        database.workAlone();

        try (Database second = Database.open(settings)) {
            refused(Code.HELD, second::workAlone);
            second.useTransaction(h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"));
        }
        assertThat(tasks()).isEqualTo(1);

        database.close();
        database = Database.open(settings);
        database.workAlone();
        assertThat(tasks()).isEqualTo(1);
    }

    /** What a pool that was cut off hands out first may be dead; the work is tried again at the next tick, here too. */
    @Test
    void aHubWhosePlaceWasTakenWhileItWasCutOffWritesNothingMore() {
        database.workAlone();
        breakSessions();

        try (Database second = Database.open(settings)) {
            second.workAlone();
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> refused(
                            Code.REPLACED,
                            () -> database.useTransaction(
                                    h -> h.execute("INSERT INTO task VALUES ('k', 'r', 'c', 's', 1)"))));
            second.useTransaction(h -> h.execute("INSERT INTO task VALUES ('l', 'r', 'c', 's', 1)"));
        }
        long seen = database.inSnapshot(PostgresTest::tasks);
        assertThat(seen).isEqualTo(1);
    }

    private static void refused(Code code, Runnable act) {
        assertThatExceptionOfType(StoreRefusedException.class)
                .isThrownBy(act::run)
                .matches(e -> e.code() == code);
    }

    private void breakSessions() {
        TestDatabase.server()
                .createQuery("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = :name AND backend_type = 'client backend'")
                .bind("name", TestDatabase.name(settings))
                .mapTo(Boolean.class)
                .list();
    }

    private String shown(String setting) {
        return database.inTransaction(
                h -> h.createQuery("SHOW " + setting).mapTo(String.class).one());
    }

    private long tasks() {
        return database.inTransaction(PostgresTest::tasks);
    }

    private static long tasks(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM task").mapTo(Long.class).one();
    }
}
