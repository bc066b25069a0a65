package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.intake.FileAct.CONFIRM_REMOVAL;
import static se.utfall.intake.FileAct.KEEP;
import static se.utfall.intake.FileAct.REJECT;
import static se.utfall.intake.FileAct.RELEASE;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.intake.FileActRefusedException.Code;
import se.utfall.intake.FileReport.State;
import se.utfall.notice.Reference;
import se.utfall.store.ActingUser;

class DecidingTest {
    private static final String CHANGED = "2026-02-02T10:00:00+01:00";
    private static final ActingUser OLGA = new ActingUser("olga", Set.of("read", "operate"));
    private static final String NAME = "avslut_20260301_001.csv";

    @TempDir
    Path folder;

    private IntakeHouse house;

    @BeforeEach
    void open() {
        house = IntakeHouse.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void letsTheGoodRowsOfAReleasedFileInAndRejectsTheBad() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        assertThat(set.state()).isEqualTo(State.QUARANTINED);
        assertThat(house.intake.acts(set)).containsExactlyInAnyOrder(RELEASE, REJECT);

        decide(set, RELEASE, FileReason.SOURCE_CONFIRMS);
        assertThat(house.reports.get(set.id()).state()).isEqualTo(State.CHECKED);
        assertThat(house.openTasks()).isEmpty();
        house.loadAll();

        FileReport loaded = house.reports.get(set.id());
        assertThat(loaded.state()).isEqualTo(State.LOADED);
        assertThat(loaded.balanced()).isTrue();
        assertThat(loaded.loaded()).isEqualTo(9);
        assertThat(loaded.rejected()).isEqualTo(21);
        assertThat(house.rejects(loaded)).hasSize(21);
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.intake.acts(loaded)).isEmpty();
    }

    @Test
    void writesTheRejectsOfAReleasedFileAnew() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        house.intake.rejectsWritten(set);
        assertThat(house.intake.nextRejects()).isEmpty();

        decide(set, RELEASE, FileReason.SOURCE_CONFIRMS);
        assertThat(house.intake.nextRejects()).isEmpty();
        house.loadAll();
        house.intake.rejectsWritten(set);

        assertThat(house.intake.nextRejects())
                .get()
                .extracting(FileReport::state)
                .isEqualTo(State.LOADED);
    }

    @Test
    void neverReleasesAFileWhoseHashIsWrongAndLeavesItsNameFree() {
        FileReport torn = house.receive(NAME, content(0, 3), Map.of("sha256", "0".repeat(64)));
        assertThat(torn.code()).isEqualTo("HASH");
        assertThat(house.intake.acts(torn)).containsExactly(REJECT);

        refuses(torn, RELEASE, FileReason.SOURCE_CONFIRMS, Code.NEVER);
        decide(torn, REJECT, FileReason.TORN);

        assertThat(house.reports.get(torn.id()).state()).isEqualTo(State.REJECTED);
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.load(NAME, content(0, 3), Map.of()).state()).isEqualTo(State.LOADED);
    }

    @ParameterizedTest
    @EnumSource(FileFault.class)
    void releasesOnlyWhatIsWholeAndHeld(FileFault fault) {
        boolean releasable = fault == FileFault.FOR_MANGA_FEL || fault == FileFault.ARKIV;

        assertThat(fault.acts().contains(RELEASE)).isEqualTo(releasable);
        assertThat(fault.acts()).contains(REJECT);
    }

    @Test
    void keepsARejectedFileRejectedWhenItComesAgain() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        decide(set, REJECT, FileReason.NEW_FILE_COMES);

        FileReport again = house.load(NAME, bad(21, 30), Map.of());

        assertThat(again.state()).isEqualTo(State.UNCHANGED);
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.currentKeys()).isEmpty();
    }

    @Test
    void releasesNothingUnderANameThatAnotherFileHasTaken() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        house.load(NAME, content(0, 3), Map.of());

        assertThat(house.intake.acts(set)).containsExactly(REJECT);
        assertThat(house.intake.waitingForPeople()).isEmpty();
        refuses(set, RELEASE, FileReason.SOURCE_CONFIRMS, Code.NEVER);
        assertThat(house.currentKeys()).hasSize(3);
    }

    @Test
    void closesTheTaskOfATakenNameOnlyWhenEveryFileOfItIsDecided() {
        house.load(NAME, content(0, 3), Map.of());
        FileReport second = house.load(NAME, content(0, 4), Map.of());
        FileReport third = house.load(NAME, content(0, 5), Map.of());
        assertThat(house.openTasks()).containsExactly(Ledger.NAME_TAKEN);

        decide(second, REJECT, FileReason.HELD_ALREADY);
        assertThat(house.openTasks()).containsExactly(Ledger.NAME_TAKEN);
        decide(third, REJECT, FileReason.HELD_ALREADY);

        assertThat(house.openTasks()).isEmpty();
    }

    @Test
    void removesWhatAConfirmedFullFileNoLongerHolds() {
        house.load(NAME, content(0, 20), Map.of());
        FileReport full = full("avslut_20260301_002.csv", content(5, 20));
        assertThat(house.currentKeys()).hasSize(20);
        assertThat(house.intake.acts(full)).containsExactlyInAnyOrder(CONFIRM_REMOVAL, KEEP);
        assertThat(house.intake.waitingForPeople()).containsOnlyKeys(full.id());

        decide(full, CONFIRM_REMOVAL, FileReason.SOURCE_CONFIRMS);

        assertThat(house.currentKeys()).hasSize(15).doesNotContain("E-00", "E-04");
        assertThat(house.openTasks()).isEmpty();
        assertThat(house.intake.findings(full))
                .extracting(IntakeFinding::code, IntakeFinding::amount)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("FULL_BORTTAGNA", 5L));
        refuses(full, CONFIRM_REMOVAL, FileReason.SOURCE_CONFIRMS, Code.NOT_NOW);
    }

    @Test
    void keepsWhatPeopleWantToKeep() {
        house.load(NAME, content(0, 20), Map.of());
        FileReport full = full("avslut_20260301_002.csv", content(5, 20));

        decide(full, KEEP, FileReason.FILE_INCOMPLETE);

        assertThat(house.currentKeys()).hasSize(20);
        assertThat(house.openTasks()).isEmpty();
        refuses(full, CONFIRM_REMOVAL, FileReason.SOURCE_CONFIRMS, Code.NOT_NOW);
    }

    @Test
    void cannotConfirmAFullFileWithARowWhoseKeyIsUnreadable() {
        house.load(NAME, content(0, 20), Map.of());
        FileReport full = full("avslut_20260301_002.csv", content(0, 20).replace("E-00;", "E/00;"));

        assertThat(house.intake.acts(full)).containsExactly(KEEP);
        refuses(full, CONFIRM_REMOVAL, FileReason.SOURCE_CONFIRMS, Code.NOT_NOW);
    }

    @Test
    void asksNoMoreAboutAFullFileThatALaterOneHasOvertaken() {
        house.load(NAME, content(0, 20), Map.of());
        FileReport half = full("avslut_20260301_002.csv", content(5, 20));

        house.load(
                "avslut_20260302_001.csv",
                content(0, 20),
                Map.of("omfattning", "full", "uttagstid", "2026-03-02T02:00:00+01:00"));

        assertThat(house.openTasks()).isEmpty();
        assertThat(house.intake.acts(half)).isEmpty();
        refuses(half, CONFIRM_REMOVAL, FileReason.SOURCE_CONFIRMS, Code.NOT_NOW);
        assertThat(house.currentKeys()).hasSize(20);
    }

    @Test
    void needsTheRoleAReasonOfTheActAndAFile() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        ActingUser rut = new ActingUser("rut", Set.of("read", "approve", "security"));

        refused(() -> house.intake.decide(set.id(), REJECT, FileReason.TORN, Reference.NONE, rut), Code.ROLE);
        refuses(set, RELEASE, FileReason.TORN, Code.REASON);
        refused(() -> house.intake.decide("none", REJECT, FileReason.TORN, Reference.NONE, OLGA), Code.UNKNOWN);
        assertThat(house.reports.get(set.id()).state()).isEqualTo(State.QUARANTINED);
    }

    @Test
    void decidesOnceWhoeverIsSecond() {
        FileReport set = house.load(NAME, bad(21, 30), Map.of());

        decide(set, RELEASE, FileReason.FAULTS_KNOWN);

        refuses(set, REJECT, FileReason.DECIDED, Code.NOT_NOW);
        refuses(set, RELEASE, FileReason.FAULTS_KNOWN, Code.NOT_NOW);
    }

    @Test
    void tellsTheFilesWayAndLeavesATrace() {
        house.intake.wants(IntakeHouse.sighting(IntakeHouse.SOURCE, NAME + ".klar", 1, 0));
        FileReport set = house.load(NAME, bad(21, 30), Map.of());
        house.intake.decide(set.id(), RELEASE, FileReason.DECIDED, new Reference("INC-7"), OLGA);
        house.loadAll();
        house.intake.rejectsWritten(house.reports.get(set.id()));

        assertThat(house.intake.steps(set))
                .extracting(s -> s.kind() + " " + s.by() + " " + s.detail())
                .containsExactly(
                        "SEEN hub ",
                        "PULLED hub ",
                        "ARCHIVED hub ",
                        "CHECKED hub ",
                        "QUARANTINED hub FOR_MANGA_FEL",
                        "RELEASED olga DECIDED INC-7",
                        "LOADED hub 30",
                        "REJECTS_WRITTEN hub ");
        assertThat(trail()).contains("olga FILE_RELEASED " + NAME + " file " + set.id() + " DECIDED INC-7");
    }

    private void decide(FileReport file, FileAct act, FileReason reason) {
        house.intake.decide(file.id(), act, reason, Reference.NONE, OLGA);
    }

    private void refuses(FileReport file, FileAct act, FileReason reason, Code code) {
        refused(() -> decide(file, act, reason), code);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable act, Code code) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        FileActRefusedException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private List<String> trail() {
        return house.database.inSnapshot(
                h -> h.createQuery("SELECT actor || ' ' || action || ' ' || subject || ' ' || detail FROM audit_event")
                        .mapTo(String.class)
                        .list());
    }

    private FileReport full(String name, String content) {
        return house.load(name, content, Map.of("omfattning", "full"));
    }

    private static String content(int from, int to) {
        return IntakeHouse.file(rows(from, to).toArray(String[]::new));
    }

    /** So many rows, the first of them without a real date. */
    private static String bad(int bad, int rows) {
        List<String> all = rows(0, rows);
        for (int i = 0; i < bad; i++) {
            all.set(i, all.get(i).replace(";2026-02-01;", ";2026-02-30;"));
        }
        return IntakeHouse.file(all.toArray(String[]::new));
    }

    private static List<String> rows(int from, int to) {
        List<String> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(IntakeHouse.exit(IntakeHouse.ALVA, "E-" + (i < 10 ? "0" : "") + i, CHANGED));
        }
        return rows;
    }
}
