package se.utfall.linkage;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.Provisional;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.keys.SealedFiles;
import se.utfall.notice.Tasks;
import se.utfall.order.OrderTerms;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** A delivery from researchers, or from a secure environment: {@code resultat.csv} and nothing else. Rows on persons never come in this way. */
final class ResultReading {
    static final String SEALED = "result";
    private static final Logger LOG = LoggerFactory.getLogger(ResultReading.class);
    private static final int MANY_SET_ASIDE_PERCENT = 2;
    private static final List<String> OF_TABLES = List.of("register", "status", "period");
    private final OrderDoor orders;
    private final Database database;
    private final JdbcResults results = new JdbcResults();
    private final SealedFiles sealed;
    private final Path archive;
    private final Tasks tasks;
    private final AuditTrail audit;
    private final Clock clock;
    private final String software;

    ResultReading(
            OrderDoor orders,
            Database database,
            SealedFiles sealed,
            Path archive,
            Tasks tasks,
            AuditTrail audit,
            Clock clock,
            String software) {
        this.orders = orders;
        this.database = database;
        this.sealed = sealed;
        this.archive = archive;
        this.tasks = tasks;
        this.audit = audit;
        this.clock = clock;
        this.software = software;
    }

    Provisional read(ReceivedPackage received, JsonNode manifest, OrderTerms terms, Linking.Files opened) {
        DeliveryId id = new DeliveryId(String.format(
                Locale.ROOT, "%s-L%03d", terms.id(), received.name().sequence()));
        if (database.inTransaction(handle -> results.find(handle, id)).isPresent()) {
            throw Refusal.of("SEKVENS", id);
        }
        DeliveryManifest.requireAnswerTo(manifest, terms);
        requireOnlyResults(manifest, terms);
        boolean last = DeliveryManifest.last(manifest);
        ResultTable table = table(opened);
        String folder = id + "-" + UUID.randomUUID();
        DeliveryFiles files = new DeliveryFiles(sealed, archive.resolve(folder), id, terms.id());
        ResultDelivery delivery = new ResultDelivery(
                id,
                terms.id(),
                received.partner(),
                received.name().sequence(),
                last,
                received.name().fileName(),
                received.sha256(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                table.rows(),
                table.taken().size(),
                setAside(table),
                null,
                null);
        write(files, table);
        return new Provisional() {
            @Override
            public void commit(Handle handle) {
                store(handle, new JdbcResults.Stored(delivery, software, folder));
            }

            @Override
            public void destroy() {
                files.destroy();
            }
        };
    }

    private static void requireOnlyResults(JsonNode manifest, OrderTerms terms) {
        List<String> named = new ArrayList<>();
        DeliveryManifest.required(manifest, "filer").forEach(f -> named.add(DeliveryManifest.text(f, "namn")));
        JsonNode tables = DeliveryManifest.required(manifest, "tabeller");
        tables.forEach(t -> named.add(DeliveryManifest.text(t, "namn")));
        if (named.size() != 2 || !tables.isArray() || !named.stream().allMatch(ResultTable.FILE::equals)) {
            throw Refusal.of("LEVERANSSATT", terms.deliveryMode().word(), ResultTable.FILE);
        }
        for (String field : OF_TABLES) {
            if (tables.get(0).hasNonNull(field)) {
                throw Refusal.of("MANIFEST", "tabeller." + field);
            }
        }
    }

    private static ResultTable table(Linking.Files opened) {
        List<ResultTable> read = new ArrayList<>();
        try {
            opened.each((name, content) -> {
                if (!name.equals(ResultTable.FILE)) {
                    throw Refusal.of("TABELLER", name);
                }
                read.add(ResultTable.read(content));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (read.size() != 1) {
            throw Refusal.of("TABELLER", ResultTable.FILE);
        }
        return read.get(0);
    }

    private static void write(DeliveryFiles files, ResultTable table) {
        try {
            files.write(SEALED, table::write);
        } catch (RuntimeException | Error e) {
            files.destroy();
            throw e;
        }
    }

    private static Map<String, Long> setAside(ResultTable table) {
        Map<String, Long> counts = new TreeMap<>();
        table.setAside().forEach((reason, rows) -> counts.put(reason.name(), rows));
        return counts;
    }

    /** Everything held: in exchange's transaction. */
    private void store(Handle handle, JdbcResults.Stored stored) {
        ResultDelivery delivery = stored.view();
        results.insert(handle, stored);
        Refusal.ofDisposed(delivery.order(), () -> orders.delivered(handle, delivery.order(), delivery.last()));
        long aside = delivery.rows() - delivery.taken();
        if (aside * 100 > delivery.rows() * MANY_SET_ASIDE_PERCENT) {
            tasks.raise(handle, "linkage", "MANY_SET_ASIDE", delivery.id().value());
        }
        String detail =
                String.format(Locale.ROOT, "rows=%d taken=%d set_aside=%d", delivery.rows(), delivery.taken(), aside);
        audit.record(
                handle,
                new AuditEvent(ActingUser.HUB, "RESULT_RECEIVED", delivery.id().value(), delivery.taken(), detail));
        LOG.info("Results {} received: {}", delivery.id(), detail);
    }
}
