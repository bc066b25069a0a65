package se.utfall.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.linkage.LinkedDelivery.TableLedger;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.Mappings;
import se.utfall.linkage.RecordStream;
import se.utfall.order.DeliveryMode;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.order.OrderView;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Operation;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.Lineage;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** Fifty persons in all four registers: January 2025 by month, 2024 by year, and the year 2025 that nobody can know yet. By number modulo 5 each kind of answer. */
final class FourRegisters implements OrderDoor, LinkageDoor {
    static final int PERSONS = 50;
    static final int KINDS = 5;
    private static final String DELIVERY = MadeUp.ORDER + "-L001";
    private static final int YEAR = Periods.monthIndex(2024, 1);
    private static final int NEXT_YEAR = Periods.monthIndex(2025, 1);
    private static final int MONTH = Periods.monthIndex(2025, 1);
    private final MadeUp people = new MadeUp(PERSONS, 30);
    private final Mappings mappings = Mappings.load();

    @Override
    public OrderView show(OrderId order) {
        OrderTerms terms = new OrderTerms(
                MadeUp.ORDER,
                "SCB",
                "uppfoljning",
                "Uppföljning",
                "AMN 2026/123",
                Map.of(
                        SourceRegister.BAS, List.of("SyssStat"),
                        SourceRegister.LISA,
                                List.of(
                                        "LoneInk",
                                        "ForvInk",
                                        "DispInk04",
                                        "SocBidrPersF",
                                        "ALosDag",
                                        "StudDelt",
                                        "Sun2020Niva",
                                        "Sun2020Niva_Old"),
                        SourceRegister.EKB, List.of("HushallBelopp"),
                        SourceRegister.AF, List.of("Inskriven", "SKAT", "OppetDagar", "Aktivitetsstod")),
                YearMonth.of(2024, 12),
                YearMonth.of(2025, 1),
                Anchor.INTERVENTION_END,
                DeliveryMode.FILE,
                LocalDate.of(2031, 12, 31),
                null);
        OrderView.Funnel funnel = new OrderView.Funnel(PERSONS, PERSONS, PERSONS, 0, 0, 0);
        return new OrderView(
                terms, OrderState.DELIVERED, 1, "olga", "ab".repeat(32), null, List.of("anna", "bea"), funnel);
    }

    @Override
    public FollowUpFacts facts(OrderId order) {
        return people;
    }

    @Override
    public Mappings mappings() {
        return mappings;
    }

    @Override
    public List<LinkedDelivery> deliveries(OrderId order) {
        List<TableLedger> tables = new ArrayList<>();
        for (SourceRegister register : SourceRegister.values()) {
            long returned = 0;
            for (int n = 1; n <= PERSONS; n++) {
                returned += observation(n, register) == Observation.OBSERVED ? 1 : 0;
            }
            String label = Periods.label(register, register.yearly() ? YEAR : MONTH);
            PeriodLedger period = new PeriodLedger(label, PERSONS, returned, PERSONS - returned);
            tables.add(new TableLedger(
                    register + ".csv", register, SourceStatus.FINAL, returned, returned, Map.of(), List.of(period)));
        }
        return List.of(new LinkedDelivery(
                new DeliveryId(DELIVERY),
                MadeUp.ORDER,
                "uppfoljning",
                1,
                true,
                "cd".repeat(32),
                Instant.parse("2026-06-01T10:00:00Z"),
                0,
                PERSONS,
                tables,
                List.of()));
    }

    @Override
    public RecordStream current(OrderId order) {
        List<LinkedRecord> all = new ArrayList<>();
        for (int n = 1; n <= PERSONS; n++) {
            for (SourceRegister register : SourceRegister.values()) {
                Map<String, Object> beside = register == SourceRegister.LISA && n % KINDS == 0 ? beside(n) : Map.of();
                all.add(new LinkedRecord(
                        n, 0, record(n, register, register.yearly() ? YEAR : MONTH, observation(n, register)), beside));
            }
            all.add(new LinkedRecord(n, 0, record(n, SourceRegister.LISA, NEXT_YEAR, Observation.NOT_YET_OBSERVED)));
        }
        Iterator<LinkedRecord> each = all.iterator();
        return new RecordStream() {
            @Override
            public @Nullable LinkedRecord next() {
                return each.hasNext() ? each.next() : null;
            }

            @Override
            public void skip(long records) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    /** An unknown level has no label in the mapping. */
    private static Map<String, Object> beside(int number) {
        return Map.of(
                "ForvInk",
                -350_000L,
                "StudDelt",
                number % 2 == 0 ? "0" : "2",
                "Sun2020Niva_Old",
                number == 5 ? "8" : "4");
    }

    static Observation observation(int number, SourceRegister register) {
        boolean answers = register == SourceRegister.EKB || register == SourceRegister.AF;
        return switch (number % KINDS) {
            case 0, 1 -> Observation.OBSERVED;
            case 2 -> Observation.OBSERVED_ABSENT;
            case 3 -> answers ? Observation.OBSERVED_ABSENT : Observation.NOT_LINKED;
            default -> register == SourceRegister.LISA ? Observation.NOT_APPLICABLE : Observation.DECEASED;
        };
    }

    /** Modulo 0 the register tells all, modulo 1 it has a row that tells nothing. */
    private OutcomeRecord record(int number, SourceRegister register, int index, Observation observation) {
        boolean told = observation == Observation.OBSERVED && number % KINDS == 0;
        boolean absent = observation == Observation.OBSERVED_ABSENT;
        boolean lisa = register == SourceRegister.LISA;
        boolean af = register == SourceRegister.AF;
        boolean covered = observation != Observation.NOT_YET_OBSERVED;
        return new OutcomeRecord(
                new UUID(0x8000L + number, index),
                covered ? 1 : 0,
                Operation.UPSERT,
                null,
                "uppfoljning",
                MadeUp.pseudonym(number),
                1,
                MadeUp.ORDER.value(),
                null,
                covered ? DELIVERY : "",
                register,
                covered ? SourceStatus.FINAL : SourceStatus.UNKNOWN,
                covered ? LocalDate.of(2026, 5, 31) : null,
                Periods.start(register, index),
                Periods.end(register, index),
                Anchor.INTERVENTION_END,
                lisa ? null : 12,
                null,
                CohortRole.PARTICIPANT,
                observation,
                told && register == SourceRegister.BAS
                        ? new Employment(true, MainStatus.EMPLOYED, null, null, null, null)
                        : null,
                told && lisa ? new Studies(number % 2 != 0, "330") : null,
                assistance(register, told, absent),
                unemployment(lisa, af, told, absent),
                told && lisa ? new Income(21_500_000L, -200_000L) : null,
                told && lisa ? List.of("INDIVIDUALISED") : List.of(),
                mappings.find(register).orElseThrow().codeSystemVersion(),
                Instant.parse("2026-06-01T10:00:00Z"),
                new Lineage("cd".repeat(32), register.name() + "/1", "test"));
    }

    private static @Nullable SocialAssistance assistance(SourceRegister register, boolean told, boolean absent) {
        return switch (register) {
            case LISA -> told ? new SocialAssistance(null, 4_100_000L, null, null, null) : null;
            case EKB -> told || absent ? new SocialAssistance(null, told ? 450_000L : 0L, null, null, null) : null;
            default -> null;
        };
    }

    private static @Nullable Unemployment unemployment(boolean lisa, boolean af, boolean told, boolean absent) {
        if (lisa && told) {
            return new Unemployment(null, null, 40, null, null, null, null);
        }
        if (af && told) {
            return new Unemployment(true, "11", 31, null, null, null, 178_400L);
        }
        return af && absent ? new Unemployment(false, null, 0, null, null, null, 0L) : null;
    }
}
