package se.utfall.dataset;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedDelivery.PeriodLedger;
import se.utfall.linkage.LinkedDelivery.TableLedger;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.Mappings;
import se.utfall.linkage.RecordStream;
import se.utfall.order.DeliveryMode;
import se.utfall.order.EventWindow;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.order.OrderView;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.Observation;
import se.utfall.outcome.Periods;
import se.utfall.outcome.PersonKey;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** An order with one delivery, made up from each running number: the same answers whenever they are asked for. */
final class MadeUp implements OrderDoor, LinkageDoor, FollowUpFacts {
    static final OrderId ORDER = new OrderId("SCB-2026-001");
    static final String DELIVERY = ORDER + "-L001";
    static final int FIRST = Periods.monthIndex(2024, 1);
    private static final int FIRST_ANCHOR = Periods.monthIndex(2024, 1);

    final int size;
    final int months;
    private final MadeUpRecords records;
    OrderState state = OrderState.DELIVERED;
    boolean delivered = true;
    boolean breakdowns = true;
    /** Called before each record with its number; may throw, or kill. */
    LongConsumer disturbance = n -> {};

    MadeUp(int size, int months) {
        this.size = size;
        this.months = months;
        this.records = new MadeUpRecords(months, this);
    }

    @Override
    public OrderView show(OrderId order) {
        OrderTerms terms = new OrderTerms(
                ORDER,
                "SCB",
                "uppfoljning",
                "Uppföljning av arbete och bistånd <efter> insats",
                "AMN 2026/123",
                Map.of(
                        SourceRegister.BAS, List.of("SyssStat", "kommunalinsats", "Sni2"),
                        SourceRegister.EKB, List.of("Bistand", "HushallBelopp", "Forsorjningshinder")),
                Periods.month(FIRST),
                Periods.month(FIRST + months - 1),
                Anchor.INTERVENTION_END,
                DeliveryMode.FILE,
                LocalDate.of(2031, 12, 31),
                null);
        OrderView.Funnel funnel = new OrderView.Funnel(size + 9, size + 6, size, 3, 2, 1);
        return new OrderView(terms, state, 1, "olga", "ab".repeat(32), null, List.of("anna", "bea"), funnel, null);
    }

    @Override
    public EventWindow eventWindow(OrderId order) {
        return new EventWindow(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 30));
    }

    @Override
    public FollowUpFacts facts(OrderId order) {
        return this;
    }

    @Override
    public Mappings mappings() {
        return Mappings.load();
    }

    /** All but the last two BAS months are delivered, all but the last EKB month. */
    @Override
    public List<LinkedDelivery> deliveries(OrderId order) {
        if (!delivered) {
            return List.of();
        }
        List<TableLedger> tables = List.of(
                ledger(SourceRegister.BAS, months - 2, SourceStatus.FINAL),
                ledger(SourceRegister.EKB, months - 1, SourceStatus.PRELIMINARY));
        return List.of(new LinkedDelivery(
                new DeliveryId(DELIVERY),
                ORDER,
                "uppfoljning",
                1,
                true,
                "cd".repeat(32),
                Instant.parse("2026-06-01T10:00:00Z"),
                0,
                sentThen(),
                tables,
                List.of()));
    }

    private TableLedger ledger(SourceRegister register, int covered, SourceStatus status) {
        List<PeriodLedger> periods = new ArrayList<>();
        long linked = 0;
        for (int m = 0; m < covered; m++) {
            long returned = 0;
            for (int n = 1; n <= size; n++) {
                returned += recalledThen(n) || records.observation(n, register, m) != Observation.OBSERVED ? 0 : 1;
            }
            String label = Periods.label(register, FIRST + m);
            periods.add(new PeriodLedger(label, sentThen(), returned, sentThen() - returned));
            linked += returned;
        }
        Map<String, Long> aside = new LinkedHashMap<>(Map.of("PERIOD", 3L));
        return new TableLedger(
                register.name().toLowerCase(Locale.ROOT) + ".csv",
                register,
                status,
                linked + 3,
                linked,
                aside,
                periods);
    }

    private int sentThen() {
        int sent = 0;
        for (int n = 1; n <= size; n++) {
            sent += recalledThen(n) ? 0 : 1;
        }
        return sent;
    }

    int sentNow() {
        int sent = 0;
        for (int n = 1; n <= size; n++) {
            sent += recalled(n) ? 0 : 1;
        }
        return sent;
    }

    private static boolean recalledThen(int number) {
        return number % 53 == 0;
    }

    @Override
    public RecordStream current(OrderId order) {
        return new RecordStream() {
            private int number;
            private int next = 2 * months;
            private long given;

            @Override
            public @Nullable LinkedRecord next() {
                if (next == 2 * months) {
                    do {
                        number++;
                    } while (number <= size && recalled(number));
                    next = 0;
                }
                if (number > size) {
                    return null;
                }
                disturbance.accept(++given);
                SourceRegister register = next < months ? SourceRegister.BAS : SourceRegister.EKB;
                return new LinkedRecord(number, 0, records.record(number, register, next++ % months), Map.of());
            }

            @Override
            public void skip(long records) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Anchor anchor() {
        return Anchor.INTERVENTION_END;
    }

    @Override
    public boolean recalled(int number) {
        return recalledThen(number) || number % 71 == 0;
    }

    @Override
    public boolean personnummer(int number) {
        return true;
    }

    @Override
    public int anchorMonth(int number) {
        return FIRST_ANCHOR + number % 6;
    }

    @Override
    public int exitMonth(int number) {
        return number % 2 == 0 ? NONE : FIRST_ANCHOR + 1;
    }

    @Override
    public @Nullable LocalDate deceasedOn(int number) {
        return null;
    }

    @Override
    public @Nullable LocalDate emigratedOn(int number) {
        return null;
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
        if (!breakdowns) {
            return new Background(null, null, null, null, null, null, null);
        }
        return new Background(
                number % 2 == 0 ? "1" : "2",
                number % 8 == 0 ? "16-24" : "25-34",
                number % 11 == 0 ? null : Integer.toString(1 + number % 7),
                number % 3 == 0 ? null : number % 3 == 1,
                "Skarpnäck",
                "STOCKHOLMSJOBB",
                number % 10 < 5 ? "ORDINARIE" : number % 10 < 9 ? "SARSKILD" : number % 100 < 50 ? "EXTERN" : null);
    }
}
