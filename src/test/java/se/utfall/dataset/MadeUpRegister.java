package se.utfall.dataset;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import se.utfall.register.BookedCost;
import se.utfall.register.FactType;
import se.utfall.register.RatedAnswer;
import se.utfall.register.RegisterCounts;
import se.utfall.register.Spell;

/** What the case system is made out to have said of the same people: costs and ratings. */
final class MadeUpRegister implements RegisterDoor {
    private final MadeUp people;

    MadeUpRegister(MadeUp people) {
        this.people = people;
    }

    /** Two within the time for the measure, one that only touches it, one for another measure. */
    @Override
    public void eachCost(Consumer<BookedCost> consumer) {
        LocalDate year = LocalDate.of(2024, 1, 1);
        consumer.accept(cost("K1", "STOCKHOLMSJOBB", year, year.plusMonths(3).minusDays(1), 500_000_050));
        consumer.accept(cost(
                "K2", "STOCKHOLMSJOBB", year.plusMonths(3), year.plusMonths(6).minusDays(1), -1_000_000));
        consumer.accept(cost(
                "K3", "STOCKHOLMSJOBB", year.plusMonths(5), year.plusMonths(8).minusDays(1), 77));
        consumer.accept(cost("K4", "PRAKTIK", year, year.plusMonths(3).minusDays(1), 99));
    }

    private static BookedCost cost(String id, String measure, LocalDate from, LocalDate to, long ore) {
        return new BookedCost(id, measure, null, from, to, "LON", ore, null);
    }

    @Override
    public RegisterCounts counts() {
        return new RegisterCounts(
                Map.of(FactType.INSATS, people.size + 40L, FactType.INSKRIVNING, people.size + 20L),
                people.size + 20L,
                0,
                0,
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of());
    }

    /** Every third rates before, every sixth again; of version 1 hardly anybody. */
    @Override
    public void eachRating(Consumer<RatedAnswer> consumer) {
        for (int n = 3; n <= people.size; n += 3) {
            consumer.accept(rating(n, "2", 1, n % 5));
            if (n % 2 == 0) {
                consumer.accept(rating(n, "2", 2, n % 7));
            }
            if (n % 90 == 0) {
                consumer.accept(rating(n, "1", 1, 1));
                consumer.accept(rating(n, "1", 2, 3));
            }
        }
    }

    private RatedAnswer rating(int number, String version, int round, int answer) {
        return new RatedAnswer(
                people.personKey(number),
                "S" + number + "-" + round,
                "hälsa",
                "A" + number + version,
                "STOCKHOLMSJOBB",
                LocalDate.of(2023, round, 1),
                round,
                "JT",
                version,
                answer,
                0,
                10,
                true,
                new Spell.Standing(false, false, null, null, null));
    }
}
