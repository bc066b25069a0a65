package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.linkage.LinkageFixture.delivery;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.SourceRegister;

/** Over random small deliveries: no record says zero or false of what the register did not say or leave out. */
class UnknownIsNeverZeroTest {
    private static final String[] STATUS = {"1", "2", "3", "6", "", ".", "7", "x"};
    private static final String[] FLAG = {"J", "N", "", ".", "?"};
    private static final String[] AMOUNT = {"0", "5", "123456", "", ".", "-1", "1,5"};
    private static final int PERSONS = 12;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForRandomDeliveries(long seed) {
        Random random = new Random(seed);
        try (LinkageFixture fixture = new LinkageFixture(folder)) {
            fixture.population = Population.of(PERSONS)
                    .recall(3)
                    .deceased(5, LocalDate.of(2026, 2, 3))
                    .emigrated(6, LocalDate.of(2026, 1, 31));
            List<String[]> bas = rows(random, STATUS, FLAG);
            List<String[]> ekb = rows(random, FLAG, AMOUNT);
            LinkedDelivery delivery = fixture.accept(delivery(1)
                            .table("BAS", "PREL", "2026-01", "2026-03", text(LinkageFixture.BAS_HEADER, bas))
                            .table("EKB", "PREL", "2026-01", "2026-03", text(LinkageFixture.EKB_HEADER, ekb)))
                    .view();

            assertThat(delivery.balanced()).isTrue();
            List<LinkedRecord> records = fixture.records(1);
            assertThat(records).hasSize((PERSONS - 1) * 6);
            Set<String> withRow = cells(bas, ekb);
            records.forEach(r -> check(r, bas, ekb, withRow));
        }
    }

    private static void check(LinkedRecord linked, List<String[]> bas, List<String[]> ekb, Set<String> withRow) {
        OutcomeRecord r = linked.record();
        String cell = linked.runningNumber() + "/" + YearMonth.from(r.periodStart());
        if (r.register() == SourceRegister.EKB) {
            if (r.observation() == Observation.OBSERVED_ABSENT) {
                assertThat(withRow).doesNotContain("EKB/" + cell);
            } else if (r.socialAssistance() != null) {
                assertThat(r.observation()).isEqualTo(Observation.OBSERVED);
                said(r.socialAssistance().received(), false, ekb, cell, 2, "N");
                said(r.socialAssistance().householdAmountOre(), 0L, ekb, cell, 3, "0");
            }
            assertThat(r.employment()).isNull();
        } else {
            assertThat(r.observation() == Observation.OBSERVED || r.employment() == null)
                    .isTrue();
            if (r.employment() != null) {
                said(r.employment().municipalProgrammeJob(), false, bas, cell, 3, "N");
                assertThat(r.employment().employed() == null)
                        .isEqualTo(r.employment().mainStatus() == null);
            }
            assertThat(r.socialAssistance()).isNull();
        }
    }

    /** A zero or false must have stood in one of the cell's rows. */
    private static void said(Object value, Object zero, List<String[]> rows, String cell, int column, String text) {
        if (zero.equals(value)) {
            assertThat(rows).anyMatch(row -> cell.equals(row[0] + "/" + row[1]) && row[column].equals(text));
        }
    }

    private static List<String[]> rows(Random random, String[] third, String[] fourth) {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(new String[] {
                Integer.toString(random.nextInt(PERSONS + 2)),
                YearMonth.of(2026, 1 + random.nextInt(4)).toString(),
                third[random.nextInt(third.length)],
                fourth[random.nextInt(fourth.length)]
            });
        }
        return rows;
    }

    private static Set<String> cells(List<String[]> bas, List<String[]> ekb) {
        Set<String> cells = new HashSet<>();
        bas.forEach(row -> cells.add("BAS/" + row[0] + "/" + row[1]));
        ekb.forEach(row -> cells.add("EKB/" + row[0] + "/" + row[1]));
        return cells;
    }

    private static String text(String header, List<String[]> rows) {
        StringBuilder text = new StringBuilder(header);
        rows.forEach(row -> text.append(String.join(";", row)).append('\n'));
        return text.toString();
    }
}
