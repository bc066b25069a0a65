package se.utfall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.utfall.dataset.DatasetView;
import se.utfall.demo.people.Export;
import se.utfall.demo.people.Plant.Effect;
import se.utfall.flow.Rooms;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.order.OrderId;
import se.utfall.order.OrderView.Funnel;
import se.utfall.publish.PublishedBatch;

/** Closes the run: the ledger hop by hop, what was rejected and why, and whether everything holds. */
final class Summary {
    private final Rooms rooms;
    private final Progress progress;
    private final Export export;
    private final OrderId order;
    private final JsonNode consumed;
    private final DatasetView dataset;
    private boolean good = true;

    Summary(Rooms rooms, Progress progress, Export export, OrderId order, JsonNode consumed, DatasetView dataset) {
        this.rooms = rooms;
        this.progress = progress;
        this.export = export;
        this.order = order;
        this.consumed = consumed;
        this.dataset = dataset;
    }

    /** True when every balance closes and the consumer's hashes equal the hub's. */
    boolean print() {
        progress.say("");
        progress.say(progress.text("summary.title"));
        files();
        population();
        rooms.linkage().list().stream().filter(d -> ours(d.id().value())).forEach(this::delivery);
        rooms.publishing().list().stream().filter(b -> ours(b.deliveryId())).forEach(this::batch);
        table();
        line("summary.tasks", rooms.tasks().listOpen().size());
        line("summary.dataset", String.valueOf(dataset.folder()));
        progress.say(progress.text(good ? "summary.good" : "summary.bad"));
        return good;
    }

    private void table() {
        progress.say("");
        progress.say(progress.text("table.title"));
        if (dataset.table() == null) {
            line("table.none");
        } else {
            new ShareTable(rooms.datasets().table(dataset.id())).lines(progress).forEach(l -> progress.say("    " + l));
        }
        progress.say("");
    }

    private void files() {
        List<FileReport> files = rooms.intake().list();
        List<FileReport> loaded = files.stream().filter(FileReport::loadedNow).toList();
        Map<String, Integer> rejects = new TreeMap<>();
        loaded.forEach(f -> f.rejectsByCode().forEach((code, n) -> rejects.merge(code, n, Integer::sum)));
        Map<String, Long> quarantined = files.stream()
                .filter(f -> f.state() == FileReport.State.QUARANTINED)
                .collect(Collectors.groupingBy(f -> String.valueOf(f.code()), TreeMap::new, Collectors.counting()));
        line(
                "summary.files",
                loaded.size(),
                quarantined.values().stream().mapToLong(n -> n).sum(),
                codes(quarantined));
        checked(
                loaded.stream().allMatch(FileReport::balanced),
                "summary.rows",
                sum(loaded, FileReport::rows),
                sum(loaded, FileReport::loaded),
                sum(loaded, FileReport::replaced),
                sum(loaded, FileReport::unchanged),
                sum(loaded, FileReport::superseded),
                sum(loaded, FileReport::removed),
                sum(loaded, FileReport::rejected));
        int planted =
                export.planted().of(Effect.ROW_REJECTED) + export.planted().of(Effect.UNLINKABLE);
        checked(sum(loaded, FileReport::rejected) == planted, "summary.rejects", codes(rejects), planted);
    }

    private void population() {
        Funnel f = rooms.orders().show(order).funnel();
        checked(
                f.persons() == f.ordered() + f.protectedExcluded() + f.annulled() + f.flagged(),
                "summary.population",
                order,
                f.spells(),
                f.persons(),
                f.ordered(),
                f.protectedExcluded(),
                f.annulled(),
                f.flagged());
    }

    /** Orders that somebody put beside the demo's own have consumers of their own to answer for. */
    private boolean ours(String delivery) {
        return delivery.startsWith(order + "-L");
    }

    private void delivery(LinkedDelivery delivery) {
        for (LinkedDelivery.TableLedger table : delivery.tables()) {
            long aside = table.setAside().values().stream().mapToLong(n -> n).sum();
            checked(
                    table.balanced(),
                    "summary.table",
                    delivery.id(),
                    table.file(),
                    table.status(),
                    table.rows(),
                    table.linked(),
                    aside,
                    codes(new TreeMap<>(table.setAside())));
            checked(
                    table.balanced(),
                    "summary.persons",
                    table.periods().size(),
                    table.periods().stream().mapToLong(p -> p.persons()).sum(),
                    table.periods().stream().mapToLong(p -> p.returned()).sum(),
                    table.periods().stream().mapToLong(p -> p.notReturned()).sum());
        }
    }

    private void batch(PublishedBatch batch) {
        long made = rooms.linkage().list().stream()
                .filter(d -> d.id().value().equals(batch.deliveryId()))
                .mapToLong(LinkedDelivery::records)
                .sum();
        checked(
                batch.doneAt() != null && batch.records() == made,
                "summary.batch",
                batch.deliveryId(),
                made,
                batch.records(),
                String.valueOf(batch.sha256()));
        JsonNode read = consumed(batch.batchId());
        boolean same = read.path("sha256").asText().equals(batch.sha256())
                && read.path("distinctRecords").asLong() == batch.records();
        checked(
                same,
                "summary.consumer",
                read.path("distinctRecords").asLong(),
                read.path("sha256").asText());
    }

    private JsonNode consumed(String batchId) {
        for (JsonNode batch : consumed.path("batches")) {
            if (batch.path("batchId").asText().equals(batchId)) {
                return batch;
            }
        }
        return consumed.path("nothing");
    }

    private void checked(boolean holds, String key, Object... arguments) {
        good &= holds;
        progress.say("  " + progress.text(holds ? "mark.good" : "mark.bad") + " " + progress.text(key, arguments));
    }

    private void line(String key, Object... arguments) {
        progress.say("    " + progress.text(key, arguments));
    }

    private static int sum(List<FileReport> files, java.util.function.ToIntFunction<FileReport> count) {
        return files.stream().mapToInt(count).sum();
    }

    private static String codes(Map<String, ? extends Number> counts) {
        return counts.isEmpty()
                ? "-"
                : counts.entrySet().stream()
                        .map(e -> e.getKey() + " " + e.getValue())
                        .collect(Collectors.joining(", "));
    }
}
