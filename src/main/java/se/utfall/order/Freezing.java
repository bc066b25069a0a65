package se.utfall.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.keys.KeyedHash;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/**
 * Freezes a population. The moment is fixed in the row before any file is written, each attempt has file names of its own, and one transaction at
 * the end makes an attempt count: a crash anywhere before it leaves an order that can be frozen again, to the same bytes from the same register.
 */
final class Freezing {
    private static final Logger LOG = LoggerFactory.getLogger(Freezing.class);
    private final Database database;
    private final OrderTable orders;
    private final PersonSource persons;
    private final SecretStore secrets;
    private final PopulationArchive archive;
    private final String sender;
    private final Clock clock;

    Freezing(
            Database database,
            OrderTable orders,
            PersonSource persons,
            SecretStore secrets,
            PopulationArchive archive,
            String sender,
            Clock clock) {
        this.database = database;
        this.orders = orders;
        this.persons = persons;
        this.secrets = secrets;
        this.archive = archive;
        this.sender = sender;
        this.clock = clock;
    }

    void freeze(OrderId id, ActingUser by) {
        OrderRow order = database.inTransaction(handle -> {
            begin(handle, id);
            return orders.get(handle, id);
        });
        secrets.ensure(SecretId.order(id.value()));
        LocalDate day = LocalDate.ofInstant(order.freezeMoment(), OrderPackage.STOCKHOLM);
        Members.Population population = gather(order, day);
        if (population.members().isEmpty()) {
            throw new OrderRefusedException("EMPTY_POPULATION", id.value());
        }
        Map<String, String> manifests = pack(order, population);
        database.useTransaction(handle -> commit(handle, order, population, manifests, by));
        archive.removeOtherAttempts(order);
        LOG.info("order {} frozen: {} persons", id, population.members().size());
    }

    private Members.Population gather(OrderRow order, LocalDate day) {
        KeyedHash numbers = key(order, "running-number");
        return order.file().study() == null
                ? Members.gather(persons, order.file().population(), day, numbers)
                : Members.study(persons, order.file().population(), day, numbers, key(order, "index-date"));
    }

    private KeyedHash key(OrderRow order, String use) {
        return new KeyedHash(secrets.derive(SecretId.order(order.id().value()), use, 32));
    }

    private void begin(Handle handle, OrderId id) {
        OrderStates.check(orders.get(handle, id).state(), OrderState.POPULATION_FROZEN);
        orders.update(handle, id, "freeze_attempt = freeze_attempt + 1, frozen_at = coalesce(frozen_at, :at)")
                .bind("at", clock.millis())
                .execute();
    }

    /** The manifests' hashes by recipient. */
    private Map<String, String> pack(OrderRow order, Members.Population population) {
        try {
            Map<String, String> manifests = new LinkedHashMap<>();
            for (OrderPackage content : packages(order, population.members())) {
                archive.writeZip(order, content);
                manifests.put(content.recipient(), content.manifestSha256());
            }
            archive.writeTable(order, PopulationTable.of(order.file(), population.members()));
            return manifests;
        } catch (IOException e) {
            throw new UncheckedIOException(order.id() + ": the population cannot be written", e);
        }
    }

    private List<OrderPackage> packages(OrderRow order, List<Member> members) throws IOException {
        OrderFile file = order.file();
        OrderPackage numbers = OrderPackage.numbers(order, file.recipients().get(0), sender, members);
        if (file.study() == null) {
            return List.of(numbers);
        }
        Careers careers = Careers.of(members, persons, StudyContent.lastDay(file));
        return List.of(numbers, OrderPackage.content(order, sender, new StudyContent(members, careers).files()));
    }

    private void commit(
            Handle handle,
            OrderRow order,
            Members.Population population,
            Map<String, String> manifests,
            ActingUser by) {
        OrderView.Funnel funnel = population.funnel();
        String manifest = OrderParts.bound(manifests);
        if (orders.get(handle, order.id()).attempt() != order.attempt()) {
            throw new OrderRefusedException("FROZEN_MEANWHILE", order.id().value());
        }
        orders.move(handle, order, OrderState.POPULATION_FROZEN, by, funnel.ordered(), manifest);
        OrderParts.freeze(handle, order, manifests);
        orders.update(
                        handle,
                        order.id(),
                        "frozen_by = :by, manifest_sha256 = :manifest, spells = :spells, persons = :persons, ordered = :ordered,"
                                + " protected_excluded = :protected, annulled = :annulled, flagged = :flagged, comparison = :comparison,"
                                + " released = 0, sealed = 0, recheck = 1")
                .bind("by", by.name())
                .bind("manifest", manifest)
                .bind("spells", funnel.spells())
                .bind("persons", funnel.persons())
                .bind("ordered", funnel.ordered())
                .bind("protected", funnel.protectedExcluded())
                .bind("annulled", funnel.annulled())
                .bind("flagged", funnel.flagged())
                .bind("comparison", population.comparison())
                .execute();
    }
}
