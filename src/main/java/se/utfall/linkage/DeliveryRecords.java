package se.utfall.linkage;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretStore;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderTerms;
import se.utfall.outcome.Observation;
import se.utfall.outcome.SourceRegister;
import se.utfall.store.Database;

/** Opens record streams over linked deliveries. */
final class DeliveryRecords {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final OrderDoor orders;
    private final Database database;
    private final JdbcDeliveries deliveries = new JdbcDeliveries();
    private final Mappings mappings;
    private final SealedFiles sealed;
    private final SecretStore secrets;
    private final Path archive;
    private final Clock clock;
    private final String software;

    DeliveryRecords(
            OrderDoor orders,
            Database database,
            Mappings mappings,
            SealedFiles sealed,
            SecretStore secrets,
            Path archive,
            Clock clock,
            String software) {
        this.orders = orders;
        this.database = database;
        this.mappings = mappings;
        this.sealed = sealed;
        this.secrets = secrets;
        this.archive = archive;
        this.clock = clock;
        this.software = software;
    }

    Mappings mappings() {
        return mappings;
    }

    /** Everything comes from the delivery itself, so that the bytes are the same each time. */
    RecordStream of(DeliveryId id) {
        StoredDelivery delivery = database.inTransaction(handle -> deliveries.find(handle, id))
                .orElseThrow(() -> new NoSuchElementException("no delivery " + id));
        RecordMaking making = making(delivery.order(), delivery.purpose(), delivery.partnerReference(), delivery);
        DeliverySource source = source(delivery);
        List<Slot> slots = delivery.periods().stream()
                .map(p -> Slot.covered(source, p))
                .sorted()
                .toList();
        return new LinkedRecords(
                delivery.population(),
                slots,
                List.of(source),
                number -> source.person().recalled(),
                number -> source.person(),
                making);
    }

    /** Covered periods as they were published last, the others by the calendar; a person recalled since is left out. */
    RecordStream current(OrderId order) {
        OrderTerms terms = orders.terms(order);
        FollowUpFacts facts = orders.facts(order);
        List<StoredDelivery> all = database.inTransaction(handle -> deliveries.list(handle, order));
        RecordMaking making = making(order, terms.purpose(), terms.partnerReference(), null);
        Map<DeliveryId, DeliverySource> sources = new HashMap<>();
        List<Slot> slots = slots(terms, all, sources);
        return new LinkedRecords(
                facts.size(),
                slots,
                List.copyOf(sources.values()),
                facts::recalled,
                number -> PersonFacts.of(facts, number),
                making);
    }

    private List<Slot> slots(OrderTerms terms, List<StoredDelivery> all, Map<DeliveryId, DeliverySource> sources) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), STOCKHOLM);
        List<Slot> slots = new ArrayList<>();
        for (SourceRegister register : SourceRegister.values()) {
            if (terms.variables().containsKey(register)) {
                Map<Integer, Slot> covered = covered(register, all, sources);
                Coverage ordered = Coverage.ordered(register, terms.from(), terms.to());
                for (int i = 0; i < ordered.count(); i++) {
                    Slot slot = covered.get(ordered.month(i));
                    slots.add(slot == null ? uncovered(register, ordered.month(i), today) : slot);
                }
            }
        }
        return slots;
    }

    /** The latest delivery's table for each period. */
    private Map<Integer, Slot> covered(
            SourceRegister register, List<StoredDelivery> all, Map<DeliveryId, DeliverySource> sources) {
        Map<Integer, StoredDelivery> latest = new TreeMap<>();
        for (StoredDelivery delivery : all) {
            delivery.periods().stream()
                    .filter(p -> p.register() == register)
                    .forEach(p -> latest.put(p.monthIndex(), delivery));
        }
        Map<Integer, Slot> covered = new HashMap<>();
        latest.forEach((month, delivery) -> {
            DeliverySource source = sources.computeIfAbsent(delivery.id(), id -> source(delivery));
            covered.put(month, Slot.covered(source, delivery.period(register, month)));
        });
        return covered;
    }

    private Slot uncovered(SourceRegister register, int month, LocalDate today) {
        boolean late = mappings.find(register)
                .map(m -> m.calendar().canExist(month, today))
                .orElse(true);
        return Slot.uncovered(register, month, late ? Observation.SOURCE_NOT_DELIVERED : Observation.NOT_YET_OBSERVED);
    }

    private DeliverySource source(StoredDelivery delivery) {
        DeliveryFiles files =
                new DeliveryFiles(sealed, archive.resolve(delivery.folder()), delivery.id(), delivery.order());
        return new DeliverySource(delivery, files, mappings);
    }

    private RecordMaking making(
            OrderId order, String purpose, @Nullable String partnerReference, @Nullable StoredDelivery delivery) {
        return new RecordMaking(
                order.value(),
                purpose,
                partnerReference,
                delivery == null ? orders.facts(order).anchor() : delivery.anchor(),
                new Identities(secrets, order, purpose),
                new RecordMaking.Unlinked(clock.instant().truncatedTo(ChronoUnit.MILLIS), mappings, software));
    }
}
