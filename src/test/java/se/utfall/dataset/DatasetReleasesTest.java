package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.ActingUser;

/** A dataset leaves the house approved by two, unaltered, encrypted to a pinned key and signed. */
class DatasetReleasesTest {
    private static final String TO = "statistiker";
    private static final ActingUser ANNA = new ActingUser("anna", Set.of("approve"));
    private static final ActingUser BEA = new ActingUser("bea", Set.of("approve"));

    @TempDir
    Path temp;

    private DatasetHouse house;
    private DatasetView dataset;

    @BeforeEach
    void build() {
        house = new DatasetHouse(temp, new MadeUp(200, 12));
        dataset = house.built();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ReleaseView sealed() {
        house.datasets.approve(dataset.id(), TO, ANNA);
        house.datasets.approve(dataset.id(), TO, BEA);
        return house.datasets.seal(dataset.id(), TO, DatasetHouse.STINA);
    }

    @Test
    void saysThatADatasetIsNotThere() {
        assertThatThrownBy(() -> house.datasets.approve("SCB-2026-009_v001", "statistiker", DatasetHouse.STINA))
                .isInstanceOfSatisfying(
                        DatasetRefusedException.class,
                        e -> assertThat(e.notFound()).isTrue());
    }

    @Test
    void sealsWhatTwoApprovedAndAuditsIt() throws IOException {
        ReleaseView release = sealed();

        assertThat(release.file().getFileName()).hasToString(dataset.folder().getFileName() + ".zip.pgp");
        assertThat(Files.readAllBytes(release.file())).hasSizeGreaterThan(10_000);
        assertThat(new String(Files.readAllBytes(release.file()), StandardCharsets.ISO_8859_1))
                .doesNotContain("outcomes.csv");
        assertThat(house.workArea.root()).isEmptyDirectory();
        assertThat(house.audited())
                .last()
                .asString()
                .startsWith("stina DATASET_SEALED " + dataset.id() + " file=" + release.sha256())
                .endsWith(release.fingerprint());
    }

    @Test
    void sealsNothingThatOnlyOneApproved() {
        house.datasets.approve(dataset.id(), TO, ANNA);
        house.datasets.approve(dataset.id(), TO, ANNA);

        assertThat(refused(() -> house.datasets.seal(dataset.id(), TO, DatasetHouse.STINA)))
                .isEqualTo("NOT_APPROVED");
    }

    @Test
    void letsNeitherTheRequesterNorAnybodyWithoutTheRoleApprove() {
        ActingUser both = new ActingUser("Stina", Set.of("approve", "statistics"));

        assertThat(refused(() -> house.datasets.approve(dataset.id(), TO, both)))
                .isEqualTo("REQUESTER_APPROVES");
        assertThat(refused(() -> house.datasets.approve(dataset.id(), TO, DatasetHouse.STINA)))
                .isEqualTo("ROLE");
        assertThat(refused(() -> house.datasets.seal(dataset.id(), TO, ANNA))).isEqualTo("ROLE");
    }

    @Test
    void knowsOnlyConfiguredRecipients() {
        assertThat(refused(() -> house.datasets.approve(dataset.id(), "nagon", ANNA)))
                .isEqualTo("UNKNOWN_RECIPIENT");
    }

    @Test
    void sealsNothingThatWasAlteredOrAddedTo() throws IOException {
        house.datasets.approve(dataset.id(), TO, ANNA);
        house.datasets.approve(dataset.id(), TO, BEA);
        Files.writeString(dataset.folder().resolve("tables/extra.csv"), "x", StandardOpenOption.CREATE_NEW);

        assertThat(refused(() -> house.datasets.seal(dataset.id(), TO, DatasetHouse.STINA)))
                .isEqualTo("ALTERED");
    }

    private static String refused(Runnable act) {
        return catchThrowableOfType(DatasetRefusedException.class, act::run).code();
    }

    @Tag("peer")
    @Test
    void isOpenedAndVerifiedByGnuPg() throws Exception {
        ReleaseView release = sealed();
        Path home = Files.createDirectory(
                temp.resolve("gnupg"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path zip = temp.resolve("opened.zip");

        for (String key : List.of("statistiker.secret.asc", "amf.public.asc")) {
            run("gpg", "--homedir", home.toString(), "--batch", "--import", "keys-example/openpgp/" + key);
        }
        String said = run(
                "gpg",
                "--homedir",
                home.toString(),
                "--batch",
                "--faked-system-time",
                "20261201T000000",
                "--status-fd",
                "1",
                "--output",
                zip.toString(),
                "--decrypt",
                release.file().toString());

        assertThat(said).contains("VALIDSIG 38A07F9AB97482F8419A7203FBF5A8A91D89AF37", "DECRYPTION_OKAY");
        try (ZipFile opened = new ZipFile(zip.toFile())) {
            assertThat(opened.getEntry(dataset.folder().getFileName() + "/CHECKSUMS.sha256"))
                    .isNotNull();
            assertThat(opened.size())
                    .isEqualTo(new BuildFolder(dataset.folder()).files().size());
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
