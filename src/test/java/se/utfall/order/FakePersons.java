package se.utfall.order;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;
import se.utfall.person.NumberReading;
import se.utfall.person.PersonalNumber;
import se.utfall.person.PersonalNumbers;
import se.utfall.register.CurrentStanding;
import se.utfall.register.EnrolmentPeriod;
import se.utfall.register.MeasurePeriod;
import se.utfall.register.PersonEvent;
import se.utfall.register.Spell;
import se.utfall.register.SpellQuery;

/** A register in memory: spells, standings and events as a test needs them. */
final class FakePersons implements PersonSource {
    /** From the official test list. */
    static final List<String> NUMBERS = List.of(
            "199011145191",
            "199706182392",
            "200309192391",
            "200209132398",
            "199001292383",
            "199203192381",
            "199009102386",
            "199510232391",
            "200110092392",
            "199410122395",
            "199504162398",
            "191401682396");

    static final Spell.Standing FREE = new Spell.Standing(false, false, null, null, null);
    private final List<Spell> spells = new ArrayList<>();
    private final Map<PersonKey, Spell.Standing> standings = new LinkedHashMap<>();
    private final Map<PersonKey, PersonKey> merged = new LinkedHashMap<>();
    private final List<EnrolmentPeriod> enrolments = new ArrayList<>();
    private final List<MeasurePeriod> measures = new ArrayList<>();
    private final Map<PersonKey, Integer> persons = new LinkedHashMap<>();
    private final List<PersonEvent> events = new ArrayList<>();
    boolean broken;

    static PersonKey key(int person) {
        return new PersonKey(ByteBuffer.allocate(16)
                .putLong(person * 0x9E3779B97F4A7C15L)
                .putLong(person)
                .array());
    }

    static PersonalNumber number(int person) {
        String digits = NUMBERS.get(person % NUMBERS.size());
        return ((NumberReading.Read) PersonalNumbers.read(digits, LocalDate.of(2026, 1, 1), false)).number();
    }

    FakePersons spell(int person, String id, String start, @Nullable String end) {
        return spell(person, id, start, end, true);
    }

    FakePersons spell(int person, String id, String start, @Nullable String end, boolean usable) {
        spells.add(new Spell(
                key(person),
                number(person),
                id,
                "STOCKHOLMSJOBB",
                "EXTERN",
                LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                usable,
                FREE,
                new Spell.Background("2", "3", true, "Farsta")));
        standings.putIfAbsent(key(person), FREE);
        return this;
    }

    FakePersons persons(int from, int to) {
        for (int person = from; person <= to; person++) {
            spell(person, "M" + person, "2024-01-08", "2024-0" + (1 + person % 9) + "-20");
        }
        return this;
    }

    FakePersons standing(int person, Spell.Standing standing) {
        standings.put(key(person), standing);
        return this;
    }

    FakePersons protect(int person) {
        standing(person, new Spell.Standing(true, false, null, null, null));
        return event(PersonEvent.Kind.PROTECTED, person, person);
    }

    FakePersons merge(int person, int survivor) {
        merged.put(key(person), key(survivor));
        return event(PersonEvent.Kind.MERGED, person, survivor);
    }

    FakePersons event(PersonEvent.Kind kind, int person, int other) {
        events.add(new PersonEvent(events.size() + 1, kind, key(person), key(other)));
        return this;
    }

    @Override
    public void eachSpell(SpellQuery query, Consumer<Spell> consumer) {
        if (broken) {
            throw new IllegalStateException("the register is away");
        }
        for (Spell s : spells) {
            consumer.accept(new Spell(
                    s.person(),
                    s.number(),
                    s.id(),
                    s.measureType(),
                    s.workplace(),
                    s.start(),
                    s.end(),
                    s.usable(),
                    now(s.person()),
                    s.background()));
        }
    }

    FakePersons enrolment(int person, String id, String start, @Nullable String exit) {
        persons.put(key(person), person);
        enrolments.add(new EnrolmentPeriod(
                key(person),
                id,
                LocalDate.parse(start),
                exit == null ? null : LocalDate.parse(exit),
                exit == null ? null : "ARBETE"));
        standings.putIfAbsent(key(person), FREE);
        return this;
    }

    FakePersons measure(
            int person, String id, @Nullable String enrolment, String type, String start, @Nullable String end) {
        measures.add(new MeasurePeriod(
                key(person),
                id,
                enrolment,
                type,
                "EXTERN",
                LocalDate.parse(start),
                end == null ? null : LocalDate.parse(end),
                75));
        return this;
    }

    @Override
    public void eachEnrolmentSpell(LocalDate to, Consumer<Spell> consumer) {
        for (EnrolmentPeriod e : enrolments) {
            if (!e.start().isAfter(to)) {
                consumer.accept(new Spell(
                        e.person(),
                        number(persons.getOrDefault(e.person(), 0)),
                        e.id(),
                        null,
                        null,
                        e.start(),
                        e.exit(),
                        true,
                        now(e.person()),
                        new Spell.Background("1", "2", null, "Farsta")));
            }
        }
    }

    @Override
    public void eachEnrolment(LocalDate to, Consumer<EnrolmentPeriod> consumer) {
        enrolments.stream().filter(e -> !e.start().isAfter(to)).forEach(consumer);
    }

    @Override
    public void eachMeasure(LocalDate to, Consumer<MeasurePeriod> consumer) {
        measures.stream().filter(m -> !m.start().isAfter(to)).forEach(consumer);
    }

    @Override
    public void eachPerson(Consumer<CurrentStanding> consumer) {
        standings
                .keySet()
                .forEach(key -> consumer.accept(new CurrentStanding(key, merged.getOrDefault(key, key), now(key))));
    }

    @Override
    public List<PersonEvent> eventsAfter(Handle handle, long afterId, int limit) {
        return events.stream().filter(e -> e.id() > afterId).limit(limit).toList();
    }

    private Spell.Standing now(PersonKey key) {
        return standings.getOrDefault(merged.getOrDefault(key, key), FREE);
    }
}
