package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.outcome.PersonKey;
import se.utfall.person.ProtectedStatus;
import se.utfall.register.SpellQuery.Event;

/** Rows of every type about a few persons, forks and removals among them: however they come, the same is known in the end. */
class AnyOrderTest {
    private static final int ROWS = 60;

    @TempDir
    java.nio.file.Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameIsKnownInTheEnd(long seed) {
        Random random = new Random(seed);
        List<Fact> facts = new ArrayList<>();
        for (int line = 2; line < ROWS; line++) {
            facts.add(fact(random, line));
        }
        List<Fact> byAge = facts.stream()
                .sorted(Comparator.comparing(f -> f.stamp().changedAt()))
                .toList();

        String known = known(byAge, random);

        for (int i = 0; i < 2; i++) {
            Collections.shuffle(facts, random);
            assertThat(known(facts, random)).isEqualTo(known);
        }
    }

    private static Fact fact(Random random, int line) {
        int person = random.nextInt(4);
        String which = "-" + random.nextInt(4);
        Told told = Told.of(RegisterHouse.ALL.get(person), which)
                .changed(1 + random.nextInt(9))
                .extracted(random.nextInt(3))
                .line(line)
                .starts("2024-0" + (1 + random.nextInt(6)) + "-01")
                .district("D" + random.nextInt(3));
        Told row = random.nextInt(6) == 0 ? told.gone() : told;
        return switch (random.nextInt(8)) {
            case 0, 1 ->
                row.shielded(random.nextInt(3) == 0 ? ProtectedStatus.YES : ProtectedStatus.NO)
                        .enrolment();
            case 2, 3 -> row.ends("2024-0" + (7 + random.nextInt(3)) + "-15").exit();
            case 4, 5 -> row.in("-" + random.nextInt(4)).measure();
            case 6 -> row.leaves(List.of("AV", "UV", "OB", "FI").get(random.nextInt(4)), "2024-03-15");
            default ->
                random.nextInt(6) == 0
                        ? told.becomesNothing()
                        : told.becomes(RegisterHouse.ALL.get(person + 1 + random.nextInt(4 - person)));
        };
    }

    /** In batches of facts of one type that follow one another. */
    private String known(List<Fact> facts, Random random) {
        try (RegisterHouse house = new RegisterHouse(Sequences.folder(folder))) {
            List<Fact> batch = new ArrayList<>();
            for (Fact fact : facts) {
                if (!batch.isEmpty() && (batch.get(0).getClass() != fact.getClass() || random.nextInt(3) == 0)) {
                    house.apply(batch);
                    batch.clear();
                }
                batch.add(fact);
            }
            house.apply(batch);
            return describe(house);
        }
    }

    private static String describe(RegisterHouse house) {
        Map<String, String> spells = new TreeMap<>();
        List<Spell> all = Stream.of(Event.MEASURE_START, Event.EXIT)
                .flatMap(e -> house.spells(new SpellQuery(e, Set.of(), null, RegisterHouse.FAR)).stream())
                .toList();
        all.forEach(s -> spells.put(
                (s.measureType() == null ? "exit" : "measure") + s.id(),
                s.number().digits() + " " + s.usable() + " " + s.standing() + " " + s.background()));
        Map<PersonKey, List<String>> byPerson = all.stream()
                .sorted(Comparator.comparing(Spell::id))
                .collect(Collectors.groupingBy(
                        Spell::person, Collectors.mapping(s -> s.measureType() + s.id(), Collectors.toList())));
        RegisterCounts counts = house.register.counts();
        return spells + "\n"
                + byPerson.values().stream().map(Object::toString).sorted().toList() + "\n"
                + new TreeMap<>(counts.current()) + new TreeMap<>(counts.waiting())
                + new TreeMap<>(counts.anotherPersons());
    }
}
