package se.utfall.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.SecretStore;
import se.utfall.outcome.PersonKey;
import se.utfall.store.Database;

/** The room's door: upserts by "latest wins" and population queries. */
@SuppressWarnings({"DoNotCallSuggester", "UnusedVariable"})
public final class Register {
    private final Database database;

    public Register(Database database, SecretStore secrets, AuditTrail audit, Clock clock) {
        this.database = database;
    }

    /** Upserts up to 5 000 facts of one type within the caller's transaction, in the order given. */
    public Applied apply(Handle handle, List<? extends Fact> facts) {
        throw new UnsupportedOperationException();
    }

    /** How many current keys of the type the hub has that were last changed before that time and are not in {@code named}; and how many current in all. */
    public AbsentKeys absent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        throw new UnsupportedOperationException();
    }

    /** Marks those keys as removed at {@code extractedAt} (a {@code full} that no longer holds them). Returns how many. */
    public int removeAbsent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        throw new UnsupportedOperationException();
    }

    /** Every current measure or exit with its person, in no promised order; for the freeze. Streams, so the caller holds one at a time. */
    public void eachSpell(SpellQuery query, Consumer<Spell> consumer) {
        throw new UnsupportedOperationException();
    }

    /** Every person key ever handed out, merged ones too, with the standing of the person it stands for now. One query, streamed. */
    public void eachPerson(Consumer<CurrentStanding> consumer) {
        throw new UnsupportedOperationException();
    }

    /** The number a person has now; null when annulled (AS, FI). */
    public CurrentPerson currentPerson(Handle handle, PersonKey key) {
        throw new UnsupportedOperationException();
    }

    /**
     * Events after {@code afterId} in id order (protected, merged, dead, emigrated, annulled): what order must react to.
     */
    public List<PersonEvent> eventsAfter(Handle handle, long afterId, int limit) {
        throw new UnsupportedOperationException();
    }

    /**
     * What became of facts. {@code loaded} new or newer rows that now count; {@code unchanged} identical; {@code superseded} lost to a later version;
     * {@code removed} took a key away; {@code waiting} (part of loaded) refer to something not yet known; findings reject single rows (fork, ring) or flag them.
     */
    public record Applied(
            int loaded,
            int replaced,
            int unchanged,
            int superseded,
            int removed,
            int waiting,
            List<RowRefusal> refused,
            List<RowFlag> flagged) {}

    /** A row that the register cannot take: it counts as rejected. */
    public record RowRefusal(int line, String column, String code) {}

    /** A row loaded and listed for people (new local code, foreign person's id, unknown reason). */
    public record RowFlag(int line, String column, String code) {}

    /** See {@link #absent}. */
    public record AbsentKeys(int absent, int current) {}
}
