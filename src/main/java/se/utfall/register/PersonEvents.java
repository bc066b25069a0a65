package se.utfall.register;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.outcome.PersonKey;
import se.utfall.register.PersonEvent.Kind;
import se.utfall.store.ActingUser;

/** What happened to persons in one change of the register, written with it; whose numbers became one or came apart stands in the audit trail. */
final class PersonEvents {
    private static final String INSERT =
            "INSERT INTO person_event (event_id, kind, person_id, other_id, at) VALUES (?, ?, ?, ?, ?)";
    private static final String AFTER = "SELECT e.event_id, e.kind, p.person_key, o.person_key FROM person_event e"
            + " JOIN person p ON p.person_id = e.person_id JOIN person o ON o.person_id = e.other_id"
            + " WHERE e.event_id > :after ORDER BY e.event_id LIMIT :limit";
    private final Set<Happened> happened = new LinkedHashSet<>();

    private record Happened(Kind kind, int person, int other) {}

    void add(Kind kind, int person, int other) {
        happened.add(new Happened(kind, person, other));
    }

    void write(Handle handle, Head head, Clock clock, AuditTrail audit) {
        Sql.batch(
                handle,
                INSERT,
                happened,
                (statement, event) -> Sql.set(
                        statement,
                        1,
                        head.nextEvent(),
                        event.kind().name(),
                        event.person(),
                        event.other(),
                        clock.millis()));
        trail(handle, audit, Kind.MERGED);
        trail(handle, audit, Kind.SEPARATED);
    }

    private void trail(Handle handle, AuditTrail audit, Kind kind) {
        long count = happened.stream().filter(e -> e.kind() == kind).count();
        if (count > 0) {
            audit.record(handle, new AuditEvent(ActingUser.HUB, "PERSONS_" + kind, "register", count, ""));
        }
    }

    static List<PersonEvent> after(Handle handle, long id, int limit) {
        return new ArrayList<>(handle.createQuery(AFTER)
                .bind("after", id)
                .bind("limit", limit)
                .map((row, c) -> new PersonEvent(
                        row.getLong(1),
                        Kind.valueOf(row.getString(2)),
                        new PersonKey(row.getBytes(3)),
                        new PersonKey(row.getBytes(4))))
                .list());
    }
}
