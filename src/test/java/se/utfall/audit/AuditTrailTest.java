package se.utfall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.audit.AuditTrail.Verdict;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

class AuditTrailTest {
    private static final ActingUser ANNA = new ActingUser("anna", Set.of("operate", "approve"));

    @TempDir
    Path temp;

    private Database database;
    private AuditTrail trail;

    @BeforeEach
    void open() {
        database = TestDatabase.open(temp);
        trail = trail(new byte[32]);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private AuditTrail trail(byte[] key) {
        return new AuditTrail(database, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), key);
    }

    private void append(int lines) {
        database.useTransaction(h -> IntStream.rangeClosed(1, lines)
                .forEach(i -> trail.record(h, new AuditEvent(ANNA, "FILE_LOADED", "file-" + i, i, "detail"))));
    }

    private void sql(String statement) {
        database.useTransaction(h -> h.execute(statement));
    }

    @Test
    void showsItsLinesTheLatestFirst() {
        append(5);

        assertThat(trail.linesBefore(Long.MAX_VALUE, 2))
                .extracting(TrailLine::subject)
                .containsExactly("file-5", "file-4");
        assertThat(trail.linesBefore(4, 9))
                .extracting(l -> l.seq() + " " + l.actor() + " " + l.action() + " " + l.count())
                .containsExactly("3 anna FILE_LOADED 3", "2 anna FILE_LOADED 2", "1 anna FILE_LOADED 1");
    }

    @Test
    void isWholeBeforeItsFirstLine() {
        assertThat(trail.verify()).isEqualTo(new Verdict(0, 0));
    }

    @Test
    void isWholeOverMoreThanAPage() {
        append(2_500);

        assertThat(trail.verify()).isEqualTo(new Verdict(2_500, 0));
    }

    @Test
    void continuesAfterARestart() {
        append(3);
        trail = trail(new byte[32]);
        append(2);

        assertThat(trail.verify()).isEqualTo(new Verdict(5, 0));
    }

    @Test
    void standsOrFallsWithTheAct() {
        append(1);

        assertThatThrownBy(() -> database.useTransaction(h -> {
                    trail.record(h, new AuditEvent(ANNA, "ORDER_FROZEN", "SCB-2026-001", 1, ""));
                    throw new IllegalStateException("the act failed");
                }))
                .hasMessage("the act failed");

        assertThat(trail.verify()).isEqualTo(new Verdict(1, 0));
    }

    @Test
    void numbersLinesWithoutGapsFromManyThreads() {
        IntStream.range(0, 200).parallel().forEach(i -> trail.record(new AuditEvent(ANNA, "X", "s", i, "")));

        assertThat(trail.verify()).isEqualTo(new Verdict(200, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at = at + 1",
                "actor = 'bea'",
                "roles = ''",
                "action = 'FILE_LOADEE'",
                "subject = 'file-9'",
                "count = 0",
                "detail = ''",
                "mac = substr(mac, 2)",
                "actor = 'annaa', roles = 'pprove,operate'",
                "action = 'FILE_LOADEDfile-4', subject = ''"
            })
    void namesTheLineThatWasAltered(String change) {
        append(6);

        sql("UPDATE audit_event SET " + change + " WHERE seq = 4");

        assertThat(trail.verify()).isEqualTo(new Verdict(3, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void namesTheLineThatWasDeleted(int line) {
        append(6);

        sql("DELETE FROM audit_event WHERE seq = " + line);

        assertThat(trail.verify()).isEqualTo(new Verdict(line - 1, line));
    }

    @Test
    void namesTheLineThatWasDeletedWhenLaterOnesMovedUp() {
        append(6);

        sql("DELETE FROM audit_event WHERE seq = 3");
        sql("UPDATE audit_event SET seq = -seq WHERE seq > 3");
        sql("UPDATE audit_event SET seq = -seq - 1 WHERE seq < 0");

        assertThat(trail.verify()).isEqualTo(new Verdict(2, 3));
    }

    @Test
    void namesTheFirstOfTwoLinesThatChangedPlaces() {
        append(6);

        sql("UPDATE audit_event SET seq = 100 WHERE seq = 2");
        sql("UPDATE audit_event SET seq = 2 WHERE seq = 5");
        sql("UPDATE audit_event SET seq = 5 WHERE seq = 100");

        assertThat(trail.verify()).isEqualTo(new Verdict(1, 2));
    }

    @Test
    void seesThatTheEndWasCut() {
        append(6);

        sql("DELETE FROM audit_event WHERE seq > 4");

        assertThat(trail.verify()).isEqualTo(new Verdict(4, 5));
    }

    @Test
    void seesThatTheEndWasCutAndTheHeadMadeToFit() {
        append(6);

        sql("DELETE FROM audit_event WHERE seq > 4");
        sql("UPDATE audit_head SET length = 4, last_mac = (SELECT mac FROM audit_event WHERE seq = 4)");

        assertThat(trail.verify()).isEqualTo(new Verdict(4, 5));
        assertThatThrownBy(() -> append(1)).hasMessageContaining("head was altered");
        assertThat(trail.verify()).isEqualTo(new Verdict(4, 5));
    }

    @Test
    void seesLinesAddedByAStranger() {
        append(2);

        sql("INSERT INTO audit_event SELECT 3, at, actor, roles, action, subject, count, detail, mac FROM audit_event"
                + " WHERE seq = 2");

        assertThat(trail.verify()).isEqualTo(new Verdict(2, 3));
    }

    @Test
    void seesLinesBeforeTheFirst() {
        append(2);

        sql("INSERT INTO audit_event SELECT 0, at, actor, roles, action, subject, count, detail, mac FROM audit_event"
                + " WHERE seq = 2");

        assertThat(trail.verify()).isEqualTo(new Verdict(0, 1));
    }

    @Test
    void seesThatTheHeadIsGone() {
        append(2);

        sql("DELETE FROM audit_head");

        assertThat(trail.verify()).isEqualTo(new Verdict(2, 3));
        assertThatThrownBy(() -> append(1)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void seesThatEveryLineIsGone() {
        append(2);

        sql("DELETE FROM audit_event");

        assertThat(trail.verify()).isEqualTo(new Verdict(0, 1));
    }

    @Test
    void holdsUnderItsOwnKeyOnly() {
        append(2);
        byte[] other = new byte[32];
        other[0] = 1;

        assertThat(trail(other).verify()).isEqualTo(new Verdict(0, 1));
    }
}
