package se.utfall.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.SecretStore;
import se.utfall.outcome.PersonKey;
import se.utfall.store.Database;

/** The room's door: upserts by "latest wins" and population queries. */
public final class Register {
    private final Database database;
    private final FactLoading loading;
    private final Spells spells;

    public Register(Database database, SecretStore secrets, AuditTrail audit, Clock clock) {
        Identities identities = new Identities(secrets);
        this.database = database;
        this.loading = new FactLoading(identities, audit, clock);
        this.spells = new Spells(identities);
    }

    /** Upserts up to 5 000 facts of one type within the caller's transaction, in the order given. */
    public Applied apply(Handle handle, List<? extends Fact> facts) {
        return loading.apply(handle, facts);
    }

    /**
     * How many current keys of the type the hub has that were last changed before that time and are not in {@code named}; and how many current in
     * all. Of number changes and deregistrations none is ever absent.
     */
    public AbsentKeys absent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        int current = Math.toIntExact(Counting.current(handle, type));
        return new AbsentKeys(removes(type) ? rows(type, extractedAt, named).count(handle) : 0, current);
    }

    /** Marks those keys as removed at {@code extractedAt} (a {@code full} that no longer holds them). Returns how many. */
    public int removeAbsent(Handle handle, FactType type, Instant extractedAt, Set<String> named) {
        return removes(type) ? loading.removeAbsent(handle, rows(type, extractedAt, named)) : 0;
    }

    private static boolean removes(FactType type) {
        return type != FactType.NUMMERBYTE && type != FactType.AVREGISTRERING;
    }

    private static AbsentRows<?> rows(FactType type, Instant extractedAt, Set<String> named) {
        return new AbsentRows<>(FactTables.of(type), extractedAt, named);
    }

    /**
     * Every current measure or exit whose event is known, with its person, in no promised order; for the freeze. An exit whose enrolment is not known
     * yet has no start and waits. Streams, so the caller holds one at a time.
     */
    public void eachSpell(SpellQuery query, Consumer<Spell> consumer) {
        read(handle -> spells.each(handle, query, consumer));
    }

    /** Every enrolment that begins on or before {@code to}, with the person it is of now, in no promised order; its end is its exit. Streams. */
    public void eachEnrolmentSpell(LocalDate to, Consumer<Spell> consumer) {
        read(handle -> spells.eachEnrolment(handle, to, consumer));
    }

    /** Every enrolment that begins on or before {@code to}, without numbers, streamed. */
    public void eachEnrolment(LocalDate to, Consumer<EnrolmentPeriod> consumer) {
        read(handle -> Histories.eachEnrolment(handle, to, consumer));
    }

    /** Every measure that begins on or before {@code to}, without numbers, streamed. */
    public void eachMeasure(LocalDate to, Consumer<MeasurePeriod> consumer) {
        read(handle -> Histories.eachMeasure(handle, to, consumer));
    }

    /** Every person key ever handed out, merged ones too, with the standing of the person it stands for now. One query, streamed. */
    public void eachPerson(Consumer<CurrentStanding> consumer) {
        read(handle -> spells.eachPerson(handle, consumer));
    }

    /** Every current cost, streamed. */
    public void eachCost(Consumer<BookedCost> consumer) {
        read(handle -> CostsAndRatings.eachCost(handle, consumer));
    }

    /** Every current answer of a self-rating with its person's key, streamed. */
    public void eachRating(Consumer<RatedAnswer> consumer) {
        read(handle -> CostsAndRatings.eachRating(handle, consumer));
    }

    /** What the register holds now: rows, persons, what waits and what must be solved. */
    public RegisterCounts counts() {
        return database.inSnapshot(Counting::counts);
    }

    /** How many rows loaded before that moment still refer to an enrolment or measure not yet known, by type; types without any are left out. */
    public Map<FactType, Long> waiting(Instant loadedBefore) {
        return database.inSnapshot(handle -> Map.copyOf(Counting.waiting(handle, loadedBefore)));
    }

    /** The number a person has now; null in it when annulled (AS, FI). Throws {@link IllegalArgumentException} for a key never handed out. */
    public CurrentPerson currentPerson(Handle handle, PersonKey key) {
        return Persons.find(handle, key)
                .map(person -> spells.person(handle, person))
                .orElseThrow(() -> new IllegalArgumentException("a person key that was never handed out"));
    }

    /**
     * Events after {@code afterId} in id order (protected, merged, separated, dead, emigrated, annulled): what order must react to.
     */
    public List<PersonEvent> eventsAfter(Handle handle, long afterId, int limit) {
        return PersonEvents.after(handle, afterId, limit);
    }

    private void read(Consumer<Handle> reading) {
        database.inSnapshot(handle -> {
            reading.accept(handle);
            return true;
        });
    }

    /**
     * What became of facts. {@code loaded} rows whose key was not current before; {@code replaced} newer versions of current ones; {@code unchanged}
     * identical; {@code superseded} lost to a later version; {@code removed} took a key away; {@code waiting} (part of loaded and replaced) refer to
     * something not yet known; findings reject single rows (fork, ring) or flag them.
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

    /** A row loaded and listed for people (foreign person's id, unknown reason). */
    public record RowFlag(int line, String column, String code) {}

    /** See {@link #absent}. */
    public record AbsentKeys(int absent, int current) {}
}
