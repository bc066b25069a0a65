package se.utfall.register;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.SettableClock;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SecretStore;
import se.utfall.outcome.PersonKey;
import se.utfall.person.NumberReading;
import se.utfall.person.PersonalNumber;
import se.utfall.person.PersonalNumbers;
import se.utfall.register.PersonEvent.Kind;
import se.utfall.register.Register.Applied;
import se.utfall.register.SpellQuery.Event;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** The room on a real database and real keys. The persons carry numbers of the official test list. */
final class RegisterHouse implements AutoCloseable {
    static final PersonalNumber ALVA = number("199011145191");
    static final PersonalNumber BO = number("199706182392");
    static final PersonalNumber CLEO = number("200309192391");
    static final PersonalNumber DAN = number("200209132398");
    static final PersonalNumber EVA = number("199001292383");
    static final List<PersonalNumber> ALL = List.of(ALVA, BO, CLEO, DAN, EVA);
    static final LocalDate FAR = LocalDate.of(2030, 1, 1);

    final Path folder;
    final Database database;
    final SecretStore secrets;
    final AuditTrail audit;
    final Register register;
    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T06:00:00Z"));

    RegisterHouse(Path folder) {
        this.folder = folder;
        database = TestDatabase.open(folder);
        KeySettings keys = new KeySettings(folder.resolve("keys"), null, folder.resolve("none"), null, Map.of());
        secrets = SecretStore.open(keys, clock);
        audit = new AuditTrail(database, clock, new byte[32]);
        register = new Register(database, secrets, audit, clock);
    }

    static PersonalNumber number(String digits) {
        return ((NumberReading.Read) PersonalNumbers.read(digits, LocalDate.of(2026, 1, 1), false)).number();
    }

    Applied apply(Fact... facts) {
        return apply(List.of(facts));
    }

    /** As one batch. */
    Applied apply(List<? extends Fact> facts) {
        return database.inTransaction(h -> register.apply(h, facts));
    }

    /** An enrolment that says that the person is not protected, so that the person may be ordered. */
    RegisterHouse enrolled(PersonalNumber number, String id) {
        apply(Told.of(number, id).enrolment());
        return this;
    }

    Applied becomes(PersonalNumber old, PersonalNumber next, int changed) {
        return apply(Told.of(old, "").changed(changed).becomes(next));
    }

    List<Spell> spells(Event event) {
        return spells(new SpellQuery(event, Set.of(), null, FAR));
    }

    List<Spell> spells(SpellQuery query) {
        List<Spell> spells = new ArrayList<>();
        register.eachSpell(query, spells::add);
        return spells;
    }

    Spell measure(String id) {
        return spells(Event.MEASURE_START).stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A measure of the number under this id, so that a test can see who it is of. */
    RegisterHouse measured(PersonalNumber number, String id) {
        apply(Told.of(number, id).measure());
        return this;
    }

    PersonKey key(String measure) {
        return measure(measure).person();
    }

    Map<PersonKey, CurrentStanding> persons() {
        Map<PersonKey, CurrentStanding> persons = new HashMap<>();
        register.eachPerson(p -> persons.put(p.person(), p));
        return persons;
    }

    CurrentStanding person(PersonKey key) {
        CurrentStanding person = persons().get(key);
        if (person == null) {
            throw new IllegalStateException("nobody");
        }
        return person;
    }

    Spell.Standing standing(String measure) {
        return measure(measure).standing();
    }

    @Nullable PersonalNumber currentNumber(PersonKey key) {
        return database.inTransaction(h -> register.currentPerson(h, key)).number();
    }

    List<PersonEvent> events() {
        return database.inTransaction(h -> register.eventsAfter(h, 0, 1_000));
    }

    List<Kind> kinds() {
        return events().stream().map(PersonEvent::kind).toList();
    }

    List<String> codes(Applied applied) {
        List<String> codes = new ArrayList<>();
        applied.refused().forEach(r -> codes.add(r.line() + " " + r.column() + " " + r.code()));
        applied.flagged().forEach(f -> codes.add(f.line() + " " + f.column() + " " + f.code()));
        return codes;
    }

    @Override
    public void close() {
        database.close();
    }
}
