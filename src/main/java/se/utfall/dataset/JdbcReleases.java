package se.utfall.dataset;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Approvals and what was sealed by them. */
final class JdbcReleases {
    void approve(Handle handle, Release release, String user, Instant now) {
        handle.createUpdate("INSERT INTO dataset_approval"
                        + " (dataset_id, recipient, user_name, fingerprint, checksums_sha256, approved_at)"
                        + " VALUES (:id, :to, :user, :fp, :sha, :at)"
                        + " ON CONFLICT (dataset_id, recipient, user_name) DO UPDATE SET fingerprint = excluded.fingerprint,"
                        + " checksums_sha256 = excluded.checksums_sha256, approved_at = excluded.approved_at")
                .bind("id", release.dataset())
                .bind("to", release.recipient())
                .bind("user", user)
                .bind("fp", release.fingerprint())
                .bind("sha", release.checksums())
                .bind("at", now.toEpochMilli())
                .execute();
    }

    /** Who agreed to exactly this: the same files to the same key. */
    List<String> approvers(Handle handle, Release release) {
        return handle.createQuery("SELECT user_name FROM dataset_approval WHERE dataset_id = :id AND recipient = :to"
                        + " AND fingerprint = :fp AND checksums_sha256 = :sha ORDER BY approved_at, user_name")
                .bind("id", release.dataset())
                .bind("to", release.recipient())
                .bind("fp", release.fingerprint())
                .bind("sha", release.checksums())
                .mapTo(String.class)
                .list();
    }

    void sealed(Handle handle, Release release, ReleaseView view, String user, Instant now) {
        handle.createUpdate(
                        "INSERT INTO dataset_release (sha256, dataset_id, recipient, fingerprint, checksums_sha256,"
                                + " file, bytes, sealed_by, sealed_at) VALUES (:sha256, :id, :to, :fp, :sha, :file, :bytes, :by, :at)")
                .bind("sha256", view.sha256())
                .bind("id", release.dataset())
                .bind("to", release.recipient())
                .bind("fp", release.fingerprint())
                .bind("sha", release.checksums())
                .bind("file", release.fileName())
                .bind("bytes", view.bytes())
                .bind("by", user)
                .bind("at", now.toEpochMilli())
                .execute();
    }
}
