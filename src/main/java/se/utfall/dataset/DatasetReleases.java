package se.utfall.dataset;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.PgpKeys;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.Sha256;
import se.utfall.store.WorkArea;

/**
 * Lets built datasets leave the house: approved by two people (neither of whom asked for it), unaltered, encrypted to the recipient's pinned key and signed. Sealing
 * again makes another file of the same name; a crash before the last transaction leaves one that nobody has recorded and the next try replaces.
 */
final class DatasetReleases {
    private static final int NEEDED = 2;
    static final String RELEASED = "released";
    private final Path root;
    private final Database database;
    private final PgpKeys keys;
    private final ReleaseSealing sealing;
    private final AuditTrail audit;
    private final WorkArea workArea;
    private final Clock clock;
    private final JdbcReleases releases = new JdbcReleases();

    DatasetReleases(
            Path root,
            Database database,
            PgpKeys keys,
            ReleaseSealing sealing,
            AuditTrail audit,
            WorkArea workArea,
            Clock clock) {
        this.root = root;
        this.database = database;
        this.keys = keys;
        this.sealing = sealing;
        this.audit = audit;
        this.workArea = workArea;
        this.clock = clock;
    }

    List<String> approve(DatasetView dataset, String recipient, ActingUser by) {
        need(by, "approve");
        if (by.name().equalsIgnoreCase(dataset.requestedBy())) {
            throw new DatasetRefusedException("REQUESTER_APPROVES", dataset.id());
        }
        Release wanted = wanted(dataset, recipient);
        return database.inTransaction(handle -> {
            releases.approve(handle, wanted, by.name(), clock.instant());
            audit.record(handle, new AuditEvent(by, "DATASET_APPROVED", dataset.id(), 0, detail(wanted)));
            return releases.approvers(handle, wanted);
        });
    }

    ReleaseView seal(DatasetView dataset, String recipient, ActingUser by) {
        need(by, "statistics");
        ApprovedRelease approved = approved(wanted(dataset, recipient));
        Release release = approved.release();
        try {
            Path file = write(approved);
            ReleaseView view = new ReleaseView(
                    dataset.id(), recipient, release.fingerprint(), file, Files.size(file), Sha256.of(file));
            database.useTransaction(handle -> {
                releases.sealed(handle, release, view, by.name(), clock.instant());
                String detail = "file=" + view.sha256() + " " + detail(release);
                audit.record(handle, new AuditEvent(by, "DATASET_SEALED", dataset.id(), 0, detail));
            });
            return view;
        } catch (IOException e) {
            throw new UncheckedIOException(dataset.id(), e);
        }
    }

    private ApprovedRelease approved(Release release) {
        List<String> approvers = database.inTransaction(handle -> releases.approvers(handle, release));
        if (approvers.size() < NEEDED) {
            throw new DatasetRefusedException("NOT_APPROVED", release.dataset());
        }
        return new ApprovedRelease(release);
    }

    private static String detail(Release release) {
        return "sha256=" + release.checksums() + " to " + release.recipient() + " " + release.fingerprint();
    }

    static void need(ActingUser by, String role) {
        if (!by.roles().contains(role)) {
            throw new DatasetRefusedException("ROLE", role);
        }
    }

    private Release wanted(DatasetView dataset, String recipient) {
        Path folder = dataset.folder();
        String checksums = dataset.checksumsSha256();
        if (folder == null || checksums == null) {
            throw new DatasetRefusedException("NOT_BUILT", dataset.id());
        }
        String fingerprint = keys.findReleaseFingerprint(recipient)
                .orElseThrow(() -> new DatasetRefusedException("UNKNOWN_RECIPIENT", recipient));
        return new Release(dataset.id(), folder, checksums, recipient, fingerprint);
    }

    /** The zip in clear lies in the work area only while it is being encrypted. */
    private Path write(ApprovedRelease approved) throws IOException {
        Release release = approved.release();
        DatasetZip content = DatasetZip.of(release.folder(), release.checksums());
        Path folder = Files.createDirectories(root.resolve(RELEASED).resolve(release.recipient()));
        Path part = folder.resolve(release.fileName() + ".part");
        Path file = folder.resolve(release.fileName());
        Path zip = workArea.newFile(".zip");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
                content.writeTo(out);
            }
            try (InputStream plain = Files.newInputStream(zip);
                    FileChannel channel = FileChannel.open(
                            part,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.TRUNCATE_EXISTING);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                sealing.seal(keys.releaseKey(release.recipient(), clock.instant()), plain, out);
                out.flush();
                channel.force(true);
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            workArea.delete(zip);
            Files.deleteIfExists(part);
        }
    }
}
