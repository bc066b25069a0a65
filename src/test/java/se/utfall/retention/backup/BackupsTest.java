package se.utfall.retention.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.retention.backup.BackupRefusedException.Code;
import se.utfall.store.Database;
import se.utfall.store.Folders;
import se.utfall.store.ProcessLock;
import se.utfall.store.TestDatabase;

/** What a backup holds, what it refuses, and a restore that is cut short. */
class BackupsTest {
    private static final String ORDER = "SCB-2026-001";
    private static final String PLAIN = "lopnr;1;2;3;4;5;6;7";

    @TempDir
    private Path folder;

    private Path data;
    private Path backup;
    private Path passphrase;

    @BeforeEach
    void make() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
        backup = folder.resolve("hub.backup");
        passphrase = Files.writeString(folder.resolve("pass"), "a passphrase\n");
        SecretStore secrets = secrets();
        secrets.ensure(SecretId.order(ORDER));
        try (Database database = TestDatabase.open(data)) {
            secrets.tieTo(database);
            database.tieTo(data.resolve("archive"));
            database.useTransaction(handle -> handle.execute(
                    "INSERT INTO order_ (order_id, partner, state, order_file, sequence, created_by, created_at, freeze_attempt,"
                            + " spells, persons, ordered, protected_excluded, annulled, flagged, released, sealed, recheck)"
                            + " VALUES ('" + ORDER
                            + "', 'SCB', 'DELIVERED', 'åäö', 1, 'olga', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)"));
            database.useTransaction(handle -> handle.execute(
                    "INSERT INTO approval (order_id, sequence, user_name, approved_at, manifest_sha256, fingerprint, purpose, mac)"
                            + " VALUES (?, 1, 'anna', 2, 'x', 'y', 'z', ?)",
                    ORDER,
                    new byte[] {0, -1, 7}));
        }
        Files.writeString(data.resolve("archive/sealed"), "sealed already");
        Files.writeString(
                Files.createDirectories(data.resolve("datasets/" + ORDER + "_v001_20261124_00000000/csv"))
                        .resolve("outcomes.csv"),
                PLAIN);
        backups().create(backup, step -> {});
    }

    @Test
    void holdsRowsAndFilesAndPutsThemBack() throws IOException {
        spoil();

        BackupView view = backups().restore(backup, true, null, step -> {});

        assertThat(view.rows()).isPositive();
        whole();
        Backups.requireFinished(data);
    }

    @Test
    void refusesWhatIsCutAlteredOrUnderAnotherPassphraseEachByItsCode() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 1000));
        byte[] changed = bytes.clone();
        changed[changed.length / 2] ^= 1;
        Path altered = Files.write(folder.resolve("altered"), changed);
        Path foreign = Files.writeString(folder.resolve("foreign"), "PK something else that is long enough for a head");
        spoil();

        refused(cut, Code.TRUNCATED);
        refused(altered, Code.ALTERED);
        refused(foreign, Code.OTHER_FILE);
        refused(folder.resolve("nothing"), Code.NO_FILE);
        Files.writeString(passphrase, "another");
        refused(backup, Code.OTHER_KEY);
        assertThat(Files.readString(data.resolve("archive/sealed"))).isEqualTo("spoilt");
    }

    @Test
    void refusesToReplaceAHubUnaskedOrOneThatRuns() {
        assertThatThrownBy(() -> backups().restore(backup, false, null, step -> {}))
                .hasMessageStartingWith("NOT_EMPTY");
        assertThatThrownBy(() -> backups().create(backup, step -> {})).hasMessageStartingWith("EXISTS");
        try (ProcessLock lock = ProcessLock.take(data).orElseThrow()) {
            assertThat(lock).isNotNull();
            refused(backup, Code.HELD);
        }
    }

    @Test
    void refusesWhenTheSecretsAreOthersOrTooFew() throws IOException {
        Folders.remove(folder.resolve("secrets"));
        secrets();
        refused(backup, Code.OTHER_ROOT);
        Folders.remove(folder.resolve("secrets"));
        Files.delete(folder.resolve("secrets.copy"));
        refused(backup, Code.NO_SECRETS);
    }

    @Test
    void anotherHubsListOfDisposalsDestroysNothing() throws IOException {
        Path list = disposals();
        Folders.remove(folder.resolve("secrets"));
        secrets().ensure(SecretId.order(ORDER));

        refused(backup, list, Code.OTHER_ROOT);

        assertThat(secrets().holds(SecretId.order(ORDER))).isTrue();
    }

    @Test
    void takesNoFolderForAListThatIsNone() throws IOException {
        refused(backup, disposals().getParent(), Code.DISPOSALS_UNREADABLE);
        refused(backup, folder.resolve("nothing"), Code.DISPOSALS_UNREADABLE);

        assertThat(secrets().holds(SecretId.order(ORDER))).isTrue();
    }

    @Test
    void holdsNothingOfAnOrderWhoseDisposalIsUnderWay() throws IOException {
        secrets().destroy(SecretId.order(ORDER));
        Path later = folder.resolve("later.backup");
        backups().create(later, step -> {});

        backups().restore(later, true, null, step -> {});

        assertThat(Folders.files(data.resolve("datasets"))).isEmpty();
    }

    /** A list in a folder of its own. */
    private Path disposals() throws IOException {
        Path list = folder.resolve("papers/disposals");
        Files.writeString(Files.createDirectories(list.resolve(ORDER)).resolve("disposal.json"), "{}");
        return list;
    }

    @Test
    void isCarriedOnWhenItWasCutShortAndNothingElseIsDoneBefore() throws IOException {
        spoil();
        Path inTheWay = data.resolve("archive.restore-old");
        String[] at = new String[1];
        assertThatThrownBy(() -> backups().restore(backup, true, null, step -> {
                    at[0] = step;
                    if (step.equals("place")) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");
        assertThat(at[0]).isEqualTo("place");
        assertThat(inTheWay).doesNotExist();
        assertThatThrownBy(() -> Backups.requireFinished(data)).hasMessageStartingWith("UNFINISHED");
        assertThatThrownBy(() -> backups().create(folder.resolve("other"), step -> {}))
                .hasMessageStartingWith("UNFINISHED");

        backups().restore(folder.resolve("whatever"), false, null, step -> {});

        whole();
    }

    @Test
    void whatIsCutShortBeforeThatHasChangedNothing() throws IOException {
        spoil();
        assertThatThrownBy(() -> backups().restore(backup, true, null, step -> {
                    if (step.equals("unpack")) {
                        throw new IllegalStateException("power cut");
                    }
                }))
                .hasMessage("power cut");

        Backups.requireFinished(data);
        assertThat(Files.readString(data.resolve("archive/sealed"))).isEqualTo("spoilt");
    }

    @Test
    void leavesOutWhatIsInClearOfAnOrderThatWasDisposedOf() throws IOException {
        String bytes = new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(PLAIN);
        secrets().destroy(SecretId.order(ORDER));

        BackupView view = backups().restore(backup, true, null, step -> {});

        assertThat(view.disposedSince()).containsExactly(ORDER);
        assertThat(Folders.files(data.resolve("datasets"))).isEmpty();
        assertThat(Files.readString(data.resolve("archive/sealed"))).isEqualTo("sealed already");
    }

    private void refused(Path from, Code code) {
        refused(from, null, code);
    }

    private void refused(Path from, @Nullable Path disposals, Code code) {
        assertThatThrownBy(() -> backups().restore(from, true, disposals, step -> {}))
                .isInstanceOf(BackupRefusedException.class)
                .hasMessageStartingWith(code.name());
    }

    private void spoil() throws IOException {
        Files.writeString(data.resolve("archive/sealed"), "spoilt");
        Folders.remove(data.resolve("datasets"));
        try (Database database = TestDatabase.open(data)) {
            database.useTransaction(handle -> handle.execute("DELETE FROM approval"));
        }
    }

    private void whole() throws IOException {
        assertThat(Files.readString(data.resolve("archive/sealed"))).isEqualTo("sealed already");
        assertThat(Folders.files(data.resolve("datasets")))
                .singleElement()
                .satisfies(file -> assertThat(Files.readString(file)).isEqualTo(PLAIN));
        try (Database database = TestDatabase.open(data)) {
            database.tieTo(data.resolve("archive"));
            byte[] mac = database.inTransaction(handle -> handle.createQuery("SELECT mac FROM approval")
                    .mapTo(byte[].class)
                    .one());
            assertThat(mac).containsExactly(0, -1, 7);
            String text = database.inTransaction(handle -> handle.createQuery("SELECT order_file FROM order_")
                    .mapTo(String.class)
                    .one());
            assertThat(text).isEqualTo("åäö");
        }
        assertThat(data.resolve("archive.restore-old")).doesNotExist();
        assertThat(data.resolve("restore.image")).doesNotExist();
    }

    private SecretStore secrets() {
        return SecretStore.open(keys(), Clock.systemUTC());
    }

    private KeySettings keys() {
        return new KeySettings(folder.resolve("secrets"), null, folder.resolve("none"), null, Map.of());
    }

    private Backups backups() {
        return new Backups(new BackupPlaces(
                passphrase,
                folder.resolve("secrets.copy"),
                data,
                Map.of("archive", data.resolve("archive"), "datasets", data.resolve("datasets")),
                Set.of("datasets"),
                null,
                TestDatabase.settings(data),
                keys(),
                Clock.systemUTC()));
    }
}
