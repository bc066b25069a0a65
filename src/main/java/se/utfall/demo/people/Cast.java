package se.utfall.demo.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is who: of the picked numbers a few are kept as other people's new numbers, the rest are persons. The first persons are those with a changed number,
 * then come the dead, the emigrated, the otherwise gone and the protected.
 */
final class Cast {
    /** Fewer persons leave no room for every plant. */
    static final int FEWEST = 40;

    private static final LocalDate GONE_LAST = LocalDate.of(2026, 10, 25);

    /** @param cause GN or GS */
    record Change(TestNumber old, TestNumber now, String cause, LocalDate date) {}

    record Gone(TestNumber number, String cause, LocalDate date) {}

    private final long seed;
    private final List<TestNumber> numbers;
    private final List<Change> changes = new ArrayList<>();
    private final List<Gone> gone = new ArrayList<>();
    private final int dead;
    private final int shielded;
    private final int unknownShield;

    Cast(long seed, int count) {
        if (count < FEWEST || count > TestNumbers.ALL) {
            throw new IllegalArgumentException("persons: expected " + FEWEST + " to " + TestNumbers.ALL);
        }
        this.seed = seed;
        this.numbers = new ArrayList<>(TestNumbers.pick(seed, count));
        this.dead = Math.max(1, count / 150);
        this.shielded = Math.max(1, count / 100);
        this.unknownShield = Math.max(1, count / 250);
        cast(Math.max(2, Math.min(20, count / 400)));
    }

    private void cast(int changed) {
        Dice dice = Dice.of(seed, "cast", 0);
        List<TestNumber> fresh = takeNew(changed);
        moveCoordinationNumberFirst();
        for (int i = 0; i <= changed; i++) {
            TestNumber old = numbers.get(i);
            changes.add(new Change(old, fresh.get(i % changed), old.coordination() ? "GS" : "GN", late(dice)));
        }
        int next = changes.size();
        for (String cause : causes()) {
            gone.add(new Gone(numbers.get(next), cause, dice.day(lastSeen(next), GONE_LAST)));
            next++;
        }
    }

    /** Nobody dies before the last thing that is known of them. */
    private LocalDate lastSeen(int ordinal) {
        return life(ordinal).enrolments().stream()
                .flatMap(e -> Stream.concat(
                        Stream.of(e.exit() == null ? e.start() : e.exit().date()),
                        e.measures().stream().map(m -> m.end() == null ? m.start() : m.end())))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate late(Dice dice) {
        return dice.day(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 9, 30));
    }

    private List<String> causes() {
        List<String> causes = new ArrayList<>();
        for (int i = 0; i < dead; i++) {
            causes.add("AV");
            causes.add("UV");
        }
        causes.addAll(List.of("OB", "AS", "ZZ"));
        return causes;
    }

    private List<TestNumber> takeNew(int count) {
        List<TestNumber> taken = new ArrayList<>();
        for (int i = numbers.size() - 1; taken.size() < count; i--) {
            if (!numbers.get(i).coordination()) {
                taken.add(numbers.remove(i));
            }
        }
        return taken;
    }

    private void moveCoordinationNumberFirst() {
        for (int i = 0; i < numbers.size(); i++) {
            if (numbers.get(i).coordination()) {
                numbers.add(0, numbers.remove(i));
                return;
            }
        }
    }

    int size() {
        return numbers.size();
    }

    /** The same life however often it is asked for. */
    Life life(int ordinal) {
        return Lives.make(seed, ordinal, numbers.get(ordinal), later(ordinal), shield(ordinal));
    }

    private @Nullable TestNumber later(int ordinal) {
        return ordinal < changes.size() ? changes.get(ordinal).now() : null;
    }

    private String shield(int ordinal) {
        int place = ordinal - changes.size() - gone.size();
        if (place < 0 || place >= shielded + unknownShield) {
            return "N";
        }
        return place < shielded ? "J" : "";
    }

    List<Change> changes() {
        return changes;
    }

    List<Gone> gone() {
        return gone;
    }

    Map<Plant, Integer> plants() {
        return Map.of(
                Plant.NUMBER_CHANGED, changes.size(),
                Plant.TWO_BECAME_ONE, 1,
                Plant.DEAD, dead,
                Plant.EMIGRATED, dead,
                Plant.OTHERWISE_GONE, 2,
                Plant.PROTECTED, shielded,
                Plant.PROTECTION_UNKNOWN, unknownShield);
    }

    long seed() {
        return seed;
    }
}
