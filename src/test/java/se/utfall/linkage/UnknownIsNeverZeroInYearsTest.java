package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.linkage.LinkageFixture.delivery;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.outcome.Observation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

/** Over random small deliveries of LISA and AF: no field says zero or false of what no row said, unless absence is the register's answer. */
class UnknownIsNeverZeroInYearsTest {
    private static final String LISA_HEADER =
            "lopnr;period;LoneInk;ForvInk;DispInk04;SocBidrPersF;ArbLos;ALosDag;AmPol;StudDelt;Sun2000niva;Sun2000niva_old\n";
    private static final String AF_HEADER =
            "lopnr;period;Inskriven;SKAT;OppetDagar;ProgramDagar;Programkod;Akassa;Aktivitetsstod\n";
    private static final String[] VALUE = {"0", "1", "5", "31", "", ".", "-3", "x", "J", "N", "330"};
    private static final int PERSONS = 12;
    private static final int FLAG = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsForRandomDeliveries(long seed) {
        Random random = new Random(seed);
        try (LinkageFixture fixture = new LinkageFixture(folder).ofYearsAndService()) {
            fixture.population = Population.of(PERSONS)
                    .recall(3)
                    .deceased(5, LocalDate.of(2024, 12, 3))
                    .emigrated(6, LocalDate.of(2024, 1, 31))
                    .coordination(7)
                    .coordination(8);
            List<String[]> lisa =
                    rows(random, new String[] {"2022", "2023", "2024"}, new int[] {0, 0, 0, 0, 0, 0, 0, 3, 4, 5});
            List<String[]> af = rows(
                    random, new String[] {"2024-11", "2024-12", "2025-01", "2025-03"}, new int[] {1, 3, 0, 0, 3, 0, 0});
            LinkedDelivery linked = fixture.accept(delivery(1)
                            .table("LISA", "PREL", "2023", "2024", text(LISA_HEADER, lisa))
                            .table("AF", "PREL", "2024-11", "2025-01", text(AF_HEADER, af)))
                    .view();

            assertThat(linked.balanced()).isTrue();
            List<LinkedRecord> records = fixture.records(1);
            assertThat(records).hasSize((PERSONS - 1) * (2 + 3));
            records.forEach(r -> check(r, r.record().register() == SourceRegister.LISA ? lisa : af));
            assertThat(records.stream().map(r -> r.record().observation()))
                    .contains(
                            Observation.OBSERVED,
                            Observation.OBSERVED_ABSENT,
                            Observation.NOT_LINKED,
                            Observation.NOT_APPLICABLE);
        }
    }

    private static void check(LinkedRecord linked, List<String[]> rows) {
        OutcomeRecord r = linked.record();
        String period = Periods.label(r.register(), Periods.monthIndex(r.periodStart()));
        List<String[]> own = rows.stream()
                .filter(row -> row[0].equals(String.valueOf(linked.runningNumber())) && row[1].equals(period))
                .toList();
        if (r.observation() == Observation.OBSERVED_ABSENT) {
            assertThat(own).isEmpty();
            assertThat(fields(r)).containsExactlyElementsOf(r.register() == SourceRegister.AF ? answered() : unknown());
        } else if (r.observation() == Observation.OBSERVED) {
            assertThat(own).isNotEmpty();
            List<Object> fields = fields(r);
            List<Integer> columns = r.register() == SourceRegister.LISA ? ofLisa() : ofAf();
            for (int i = 0; i < fields.size(); i++) {
                said(fields.get(i), columns.get(i), own);
            }
            assertThat(linked.beside().values()).doesNotContainNull();
            if (Long.valueOf(0).equals(linked.beside().get("ForvInk"))) {
                said(0L, FLAG + 1, own);
            }
        } else {
            assertThat(fields(r)).containsExactlyElementsOf(unknown());
        }
        assertThat(r.observation() == Observation.OBSERVED || linked.beside().isEmpty())
                .isTrue();
        assertThat(r.employment()).isNull();
    }

    /** Zero or false only where a row of the person's period has 0 or N in that column. */
    private static void said(Object value, int column, List<String[]> own) {
        if (value != null && Set.of(0, 0L, false).contains(value)) {
            assertThat(own).anyMatch(row -> row[column].equals("0") || row[column].equals("N"));
        }
    }

    /** Every field that LISA or AF may fill. */
    private static List<Object> fields(OutcomeRecord r) {
        Studies s = Objects.requireNonNullElse(r.studies(), new Studies(null, null));
        SocialAssistance a =
                Objects.requireNonNullElse(r.socialAssistance(), new SocialAssistance(null, null, null, null, null));
        Unemployment u = Objects.requireNonNullElse(
                r.unemployment(), new Unemployment(null, null, null, null, null, null, null));
        Income i = Objects.requireNonNullElse(r.income(), new Income(null, null));
        return Arrays.asList(
                s.inStudies(),
                a.received(),
                a.householdAmountOre(),
                u.registered(),
                u.openUnemployedDays(),
                u.programmeDays(),
                u.unemploymentInsuranceOre(),
                u.activitySupportOre(),
                i.earningsOre(),
                i.disposableOre());
    }

    private static List<Object> unknown() {
        return Arrays.asList(new Object[10]);
    }

    private static List<Object> answered() {
        return Arrays.asList(null, null, null, false, 0, 0, 0L, 0L, null, null);
    }

    /** The column of each field, by position in the row; 0 (a running number) where the register cannot say it. */
    private static List<Integer> ofLisa() {
        return List.of(9, 0, 5, 0, 7, 0, 6, 8, 2, 4);
    }

    private static List<Integer> ofAf() {
        return List.of(0, 0, 0, 2, 4, 5, 7, 8, 0, 0);
    }

    /** Mostly what each kind of column may hold, so that rows are linked: number, flag, money, code, three digits, one digit. */
    private static List<String[]> rows(Random random, String[] periods, int[] kinds) {
        List<String[]> rows = new ArrayList<>();
        Map<Integer, String[]> allowed = Map.of(
                0, new String[] {"0", "5", "31", "", "."},
                1, new String[] {"J", "N", "", "."},
                3, new String[] {"0", "11", "", "."},
                4, new String[] {"330", "999", "", "."},
                5, new String[] {"3", "9", "", "."});
        for (int n = 0; n < 45; n++) {
            String[] row = new String[kinds.length + 2];
            row[0] = Integer.toString(1 + random.nextInt(PERSONS + 1));
            row[1] = periods[random.nextInt(periods.length)];
            for (int i = 0; i < kinds.length; i++) {
                String[] some = random.nextInt(40) == 0 ? VALUE : allowed.get(kinds[i]);
                row[i + 2] = some[random.nextInt(some.length)];
            }
            rows.add(row);
        }
        return rows;
    }

    private static String text(String header, List<String[]> rows) {
        StringBuilder text = new StringBuilder(header);
        rows.forEach(row -> text.append(String.join(";", row)).append('\n'));
        return text.toString();
    }
}
