package se.utfall.order;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
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
        KeyedHash key = new KeyedHash(secrets.derive(SecretId.order(id.value()), "running-number", 32));
        Members.Population population = Members.gather(persons, order.file().population(), day, key);
        if (population.members().isEmpty()) {
            throw new OrderRefusedException("EMPTY_POPULATION", id.value());
        }
        String manifest = pack(order, population);
        database.useTransaction(handle -> commit(handle, order, population.funnel(), manifest, by));
        archive.removeOtherAttempts(order);
        LOG.info("order {} frozen: {} persons", id, population.members().size());
    }

    private void begin(Handle handle, OrderId id) {
        OrderStates.check(orders.get(handle, id).state(), OrderState.POPULATION_FROZEN);
        orders.update(handle, id, "freeze_attempt = freeze_attempt + 1, frozen_at = coalesce(frozen_at, :at)")
                .bind("at", clock.millis())
                .execute();
    }

    private String pack(OrderRow order, Members.Population population) {
        try {
            OrderPackage content = new OrderPackage(order, sender, order.freezeMoment(), population.members());
            archive.writeZip(order, content);
            archive.writeTable(order, PopulationTable.of(order.file(), population.members()));
            return content.manifestSha256();
        } catch (IOException e) {
            throw new UncheckedIOException(order.id() + ": the population cannot be written", e);
        }
    }

    private void commit(Handle handle, OrderRow order, OrderView.Funnel funnel, String manifest, ActingUser by) {
        if (orders.get(handle, order.id()).attempt() != order.attempt()) {
            throw new OrderRefusedException("FROZEN_MEANWHILE", order.id().value());
        }
        orders.move(handle, order, OrderState.POPULATION_FROZEN, by, funnel.ordered(), manifest);
        orders.update(
                        handle,
                        order.id(),
                        "frozen_by = :by, manifest_sha256 = :manifest, spells = :spells, persons = :persons, ordered = :ordered,"
                                + " protected_excluded = :protected, annulled = :annulled, flagged = :flagged,"
                                + " released = 0, sealed = 0, recheck = 1")
                .bind("by", by.name())
                .bind("manifest", manifest)
                .bind("spells", funnel.spells())
                .bind("persons", funnel.persons())
                .bind("ordered", funnel.ordered())
                .bind("protected", funnel.protectedExcluded())
                .bind("annulled", funnel.annulled())
                .bind("flagged", funnel.flagged())
                .execute();
    }
}
