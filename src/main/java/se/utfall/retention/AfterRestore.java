package se.utfall.retention;

import java.nio.file.Path;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.notice.Tasks;
import se.utfall.publish.Publishing;
import se.utfall.retention.backup.Backups;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/**
 * What a hub does first after it was put back from a backup: tells people, and, when its own broker's journal is not there any more, publishes again what nobody may have
 * taken, under the same batch ids.
 */
public final class AfterRestore {
    private final Database database;
    private final Publishing publishing;
    private final AuditTrail audit;
    private final Tasks tasks;

    public AfterRestore(Database database, Publishing publishing, AuditTrail audit, Tasks tasks) {
        this.database = database;
        this.publishing = publishing;
        this.audit = audit;
        this.tasks = tasks;
    }

    /** Done again after a crash it does the same; nothing was published in between. */
    public void settle(Path data) {
        Backups.afterRestore(
                data,
                view -> database.useTransaction(handle -> {
                    if (view.journalLost()) {
                        publishing.startOver(handle);
                    }
                    tasks.raise(handle, "retention", "RESTORED", view.createdAt());
                    String detail = view.file() + " of " + view.createdAt();
                    audit.record(
                            handle,
                            new AuditEvent(ActingUser.HUB, "BACKUP_RESTORED", view.createdAt(), view.files(), detail));
                }));
    }
}
