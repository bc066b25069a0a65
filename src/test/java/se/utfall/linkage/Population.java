package se.utfall.linkage;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.Periods;
import se.utfall.outcome.PersonKey;

/** An order's population for tests: everyone took part, was last in a measure in January 2026 and is alive unless said otherwise. */
final class Population implements FollowUpFacts {
    private final List<Person> persons = new ArrayList<>();

    private record Person(
            @Nullable LocalDate deceased, @Nullable LocalDate emigrated, boolean recalled, boolean coordination) {}

    static Population of(int size) {
        Population population = new Population();
        for (int i = 0; i < size; i++) {
            population.persons.add(new Person(null, null, false, false));
        }
        return population;
    }

    Population deceased(int number, LocalDate on) {
        persons.set(number - 1, new Person(on, null, false, false));
        return this;
    }

    Population emigrated(int number, LocalDate on) {
        persons.set(number - 1, new Person(null, on, false, false));
        return this;
    }

    Population recall(int number) {
        persons.set(number - 1, new Person(null, null, true, false));
        return this;
    }

    /** Has a samordningsnummer. */
    Population coordination(int number) {
        persons.set(number - 1, new Person(null, null, false, true));
        return this;
    }

    @Override
    public int size() {
        return persons.size();
    }

    @Override
    public Anchor anchor() {
        return Anchor.INTERVENTION_END;
    }

    @Override
    public boolean recalled(int number) {
        return persons.get(number - 1).recalled;
    }

    @Override
    public boolean personnummer(int number) {
        return !persons.get(number - 1).coordination;
    }

    @Override
    public int anchorMonth(int number) {
        return number % 2 == 0 ? NONE : Periods.monthIndex(2026, 1);
    }

    @Override
    public int exitMonth(int number) {
        return number % 2 == 0 ? Periods.monthIndex(2025, 12) : NONE;
    }

    @Override
    public @Nullable LocalDate deceasedOn(int number) {
        return persons.get(number - 1).deceased;
    }

    @Override
    public @Nullable LocalDate emigratedOn(int number) {
        return persons.get(number - 1).emigrated;
    }

    @Override
    public PersonKey personKey(int number) {
        return new PersonKey(
                ByteBuffer.allocate(PersonKey.LENGTH).putInt(number).array());
    }

    @Override
    public CohortRole role(int number) {
        return CohortRole.PARTICIPANT;
    }

    @Override
    public Background background(int number) {
        return new Background(null, null, null, null, null, null, null);
    }
}
