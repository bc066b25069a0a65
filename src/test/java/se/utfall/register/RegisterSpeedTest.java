package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.person.PersonalNumber;
import se.utfall.register.SpellQuery.Event;

/** How fast rows go in and spells come out: prints rates and asserts only what was counted. */
@Tag("slow")
class RegisterSpeedTest {
    private static final Logger LOG = LoggerFactory.getLogger(RegisterSpeedTest.class);
    private static final int ROWS = 100_000;
    private static final int BATCH = 5_000;
    private final List<PersonalNumber> numbers = TestNumbers.all();

    @Test
    void takesRowsAndGivesSpells(@TempDir Path folder) {
        try (RegisterHouse house = new RegisterHouse(folder)) {
            load(
                    house,
                    "enrolments, new",
                    i -> Told.of(number(i), "E-" + i).line(i).enrolment());
            load(house, "exits, new", i -> Told.of(number(i), "E-" + i).line(i).exit());
            load(
                    house,
                    "measures, new",
                    i -> Told.of(number(i), "M-" + i).in("E-" + i).line(i).measure());
            load(
                    house,
                    "enrolments, unchanged",
                    i -> Told.of(number(i), "E-" + i).line(i).extracted(7).enrolment());
            load(
                    house,
                    "enrolments, changed",
                    i -> Told.of(number(i), "E-" + i)
                            .line(i)
                            .changed(2)
                            .level("3")
                            .enrolment());
            read(house);
            change(house);
        }
    }

    /** Every other number replaces the one before it: all persons merge two by two. */
    private void change(RegisterHouse house) {
        List<Fact> batch = new ArrayList<>();
        for (int i = 0; i + 1 < 2 * BATCH; i += 2) {
            batch.add(Told.of(number(i), "").becomes(number(i + 1)));
        }
        Watch watch = new Watch();
        assertThat(house.apply(batch).loaded()).isEqualTo(BATCH);
        watch.report("number changes, merging", BATCH);
        assertThat(house.register.counts().mergedKeys()).isEqualTo(BATCH);
    }

    private PersonalNumber number(int row) {
        return numbers.get(row % numbers.size());
    }

    private static void load(RegisterHouse house, String what, IntFunction<Fact> row) {
        List<List<Fact>> batches = new ArrayList<>();
        for (int from = 0; from < ROWS; from += BATCH) {
            List<Fact> batch = new ArrayList<>();
            for (int i = from; i < from + BATCH; i++) {
                batch.add(row.apply(i));
            }
            batches.add(batch);
        }
        Watch watch = new Watch();
        batches.forEach(house::apply);
        watch.report(what, ROWS);
    }

    private void read(RegisterHouse house) {
        for (Event event : Event.values()) {
            int[] seen = new int[1];
            Watch watch = new Watch();
            house.register.eachSpell(new SpellQuery(event, Set.of(), null, RegisterHouse.FAR), s -> seen[0]++);
            watch.report("spells read, " + event, seen[0]);
            assertThat(seen[0]).isEqualTo(ROWS);
        }
        int[] persons = new int[1];
        Watch watch = new Watch();
        house.register.eachPerson(p -> persons[0]++);
        watch.report("persons read", persons[0]);
        assertThat(persons[0]).isEqualTo(numbers.size());
    }

    /** Wall time and, since machines are shared, this thread's own. */
    private static final class Watch {
        private final long start = System.nanoTime();
        private final long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

        private void report(String what, int rows) {
            long wall = System.nanoTime() - start;
            long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
            LOG.info("{}: {} rows, {} rows/s, {} rows/s of CPU", what, rows, rate(rows, wall), rate(rows, own));
        }

        private static long rate(int rows, long nanos) {
            return Math.round(rows * 1e9 / nanos);
        }
    }
}
