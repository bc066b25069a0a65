package se.utfall.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.utfall.exchange.OpenedPackage;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderTerms;
import se.utfall.outcome.SourceStatus;

/** Reads one opened package into sealed files, table by table; only one table is in memory at a time. Nothing counts before it is stored by {@link #stored}. */
final class Linking {
    private final ReceivedPackage received;
    private final Files opened;
    private final OrderTerms terms;
    private final DeliveryManifest manifest;
    private final FollowUpFacts facts;
    private final Mappings mappings;
    private final DeliveryFiles files;
    private final Instant at;
    private final int persons;
    private final List<Linked> linked = new ArrayList<>();

    Linking(
            ReceivedPackage received,
            Files opened,
            OrderTerms terms,
            DeliveryManifest manifest,
            FollowUpFacts facts,
            Mappings mappings,
            DeliveryFiles files,
            Instant at) {
        this.received = received;
        this.opened = opened;
        this.terms = terms;
        this.manifest = manifest;
        this.facts = facts;
        this.mappings = mappings;
        this.files = files;
        this.at = at.truncatedTo(ChronoUnit.MILLIS);
        this.persons = sent(facts);
    }

    /** Gives each of the package's files once. */
    @FunctionalInterface
    interface Files {
        void each(OpenedPackage.FileReader reader) throws IOException;
    }

    /** A linked table without its rows. */
    private record Linked(
            DeliveryManifest.Table table,
            long rows,
            long linked,
            long trimmed,
            Map<String, Long> setAside,
            List<String> dropped,
            List<Long> returned) {}

    /** Reads every file; leaves nothing behind when it throws. */
    void run() {
        try {
            files.write(DeliveryFiles.FACTS, out -> {
                for (int number = 1; number <= facts.size(); number++) {
                    PersonFacts.of(facts, number).write(out);
                }
            });
            opened.each(this::table);
            requireAllRead();
        } catch (IOException e) {
            files.destroy();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            files.destroy();
            throw e;
        }
    }

    private void table(String file, InputStream content) throws IOException {
        DeliveryManifest.Table table = manifest.tables().stream()
                .filter(t -> t.file().equals(file))
                .findFirst()
                .orElseThrow(() -> Refusal.of("TABELLER", "?"));
        Mapping mapping = mappings.get(table.register());
        List<Mapping.Column> ordered =
                TableColumns.ordered(mapping, terms.variables().getOrDefault(table.register(), List.of()));
        TableReading.ReadTable read =
                new TableReading(file, facts.size(), facts::recalled).read(content, mapping, ordered, table.coverage());
        files.write(DeliveryFiles.table(table.position()), out -> TableFile.write(read.grid(), out));
        linked.add(balanced(table, read));
    }

    private Linked balanced(DeliveryManifest.Table table, TableReading.ReadTable read) {
        Map<String, Long> setAside = new LinkedHashMap<>();
        read.setAside().forEach((reason, rows) -> setAside.put(reason.name(), rows));
        List<Long> returned = new ArrayList<>();
        for (int i = 0; i < table.coverage().count(); i++) {
            returned.add(read.grid().returned(i));
        }
        long sum = returned.stream().mapToLong(Long::longValue).sum();
        if (read.rows() != table.rows()) {
            throw Refusal.of("RADANTAL", table.file(), table.rows(), read.rows());
        }
        if (sum != read.linked()) {
            throw Refusal.of("BALANS", table.file());
        }
        return new Linked(table, read.rows(), sum, read.trimmed(), setAside, read.dropped(), returned);
    }

    private void requireAllRead() {
        for (DeliveryManifest.Table table : manifest.tables()) {
            if (linked.stream().filter(l -> l.table().equals(table)).count() != 1) {
                throw Refusal.of("TABELLER", table.file());
            }
        }
    }

    OrderId order() {
        return terms.id();
    }

    /** The delivery as it counts after those before it. */
    StoredDelivery stored(DeliveryId id, History history, String software, String folder) {
        List<StoredDelivery.Table> tables = new ArrayList<>();
        List<StoredDelivery.Period> periods = new ArrayList<>();
        for (Linked l : linked) {
            List<StoredDelivery.Period> covered = periods(l, history);
            periods.addAll(covered);
            tables.add(table(l, covered));
        }
        return new StoredDelivery(
                id,
                terms.id(),
                received.name().sequence(),
                terms.purpose(),
                terms.partnerReference(),
                facts.anchor(),
                received.sha256(),
                manifest.last(),
                at,
                facts.size(),
                persons,
                software,
                folder,
                tables,
                periods);
    }

    private List<StoredDelivery.Period> periods(Linked l, History history) {
        List<StoredDelivery.Period> periods = new ArrayList<>();
        DeliveryManifest.Table table = l.table();
        for (int i = 0; i < l.returned().size(); i++) {
            int month = table.coverage().month(i);
            periods.add(new StoredDelivery.Period(
                    table.register(),
                    month,
                    table.position(),
                    i,
                    table.definitive(),
                    history.status(table.register(), month, table.definitive()),
                    history.recordVersion(table.register(), month),
                    persons,
                    l.returned().get(i)));
        }
        return periods;
    }

    private StoredDelivery.Table table(Linked l, List<StoredDelivery.Period> covered) {
        SourceStatus status = covered.stream()
                .map(StoredDelivery.Period::status)
                .max(SourceStatus::compareTo)
                .orElse(l.table().definitive() ? SourceStatus.FINAL : SourceStatus.PRELIMINARY);
        return new StoredDelivery.Table(
                l.table().position(),
                l.table().file(),
                l.table().register(),
                status,
                l.table().extractDate(),
                mappings.get(l.table().register()).version(),
                l.rows(),
                l.linked(),
                l.trimmed(),
                l.setAside(),
                l.dropped());
    }

    private static int sent(FollowUpFacts facts) {
        int sent = 0;
        for (int number = 1; number <= facts.size(); number++) {
            sent += facts.recalled(number) ? 0 : 1;
        }
        return sent;
    }
}
