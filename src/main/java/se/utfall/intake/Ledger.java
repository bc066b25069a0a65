package se.utfall.intake;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.notice.Tasks;
import se.utfall.store.ActingUser;

/** What a file's change of state leaves behind, in the change's own transaction: findings, a task, a line in the trail. */
final class Ledger {
    static final String ROOM = "intake";
    static final String SET_ASIDE = "FIL_UNDANLAGD";
    static final String NAME_TAKEN = "NAMN_UPPTAGET";
    static final String NOTHING_REMOVED = "FULL_INGET_BORTTAGET";
    static final String NO_MANIFEST = "MANIFEST_SAKNAS";
    static final String NO_FILE = "FIL_SAKNAS";
    static final String NAME_DIGITS = "NAMN_SIFFROR";
    static final String STUCK = "LADDNING_FEL";
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private final Tasks tasks;
    private final AuditTrail audit;
    private final JdbcFindings findings;
    private final JdbcSteps steps;

    Ledger(Tasks tasks, AuditTrail audit, JdbcFindings findings, JdbcSteps steps) {
        this.tasks = tasks;
        this.audit = audit;
        this.findings = findings;
        this.steps = steps;
    }

    void setAside(Handle handle, String id, String source, String name, Noted why) {
        findings.add(handle, id, List.of(why));
        String task = why.code().equals(NAME_TAKEN) ? NAME_TAKEN : SET_ASIDE;
        raise(handle, task, source, name);
        step(handle, id, FileStep.Kind.QUARANTINED, why.code());
        trail(handle, "FILE_QUARANTINED", name, why.amount(), "file " + id + " code " + why.code());
        LOG.warn("file {} of {} set aside: {}", id, source, why.code());
    }

    void trail(Handle handle, String action, String name, long count, String detail) {
        trail(handle, ActingUser.HUB, action, name, count, detail);
    }

    void trail(Handle handle, ActingUser by, String action, String name, long count, String detail) {
        audit.record(handle, new AuditEvent(by, action, name, count, detail));
    }

    void step(Handle handle, String id, FileStep.Kind kind, String detail) {
        steps.add(handle, id, kind, ActingUser.HUB.name(), detail);
    }

    /** Closes the tasks of a name that no file of that name keeps open any more. */
    void settled(Handle handle, String source, String name, List<StandingFile> waiting) {
        boolean taken = waiting.stream().anyMatch(f -> f.quarantined() && NAME_TAKEN.equals(f.code()));
        boolean aside = waiting.stream().anyMatch(f -> f.quarantined() && !NAME_TAKEN.equals(f.code()));
        boolean removal = waiting.stream().anyMatch(f -> !f.quarantined());
        if (!taken) {
            resolve(handle, NAME_TAKEN, source, name);
        }
        if (!aside) {
            resolve(handle, SET_ASIDE, source, name);
        }
        if (!removal) {
            resolve(handle, NOTHING_REMOVED, source, name);
        }
    }

    void note(Handle handle, String id, List<Noted> noted) {
        findings.add(handle, id, noted);
    }

    void raise(Handle handle, String task, String source, String name) {
        tasks.raise(handle, ROOM, task, subject(source, name));
    }

    void resolve(Handle handle, String task, String source, String name) {
        tasks.resolve(handle, ROOM, task, subject(source, name));
    }

    private static String subject(String source, String name) {
        return source + "/" + name;
    }
}
