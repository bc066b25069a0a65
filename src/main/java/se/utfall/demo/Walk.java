package se.utfall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.utfall.console.command.House.DemoOptions;
import se.utfall.dataset.DatasetView;
import se.utfall.demo.people.CaseSystem;
import se.utfall.demo.people.Export;
import se.utfall.flow.Rooms;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.order.OrderId;
import se.utfall.order.OrderView;
import se.utfall.publish.PublishedBatch;

/** The main job step by step. The hub's routes do the work; here people act and wait. Each step looks first at what is done already. */
final class Walk {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Set<FileReport.State> SETTLED = Set.of(
            FileReport.State.LOADED,
            FileReport.State.QUARANTINED,
            FileReport.State.REJECTED,
            FileReport.State.UNCHANGED);
    private final DemoOptions options;
    private final DemoFolder folder;
    private final Path home;
    private final String brokerUrl;
    private final Rooms rooms;
    private final Progress progress;
    private final Actors actors;

    Walk(DemoOptions options, DemoFolder folder, Path home, String brokerUrl, StartedHub hub, Progress progress)
            throws IOException {
        this.options = options;
        this.folder = folder;
        this.home = home;
        this.brokerUrl = brokerUrl;
        this.rooms = hub.rooms();
        this.progress = progress;
        this.actors = Actors.of(folder, hub.users());
    }

    /** True when everything holds. */
    boolean play() throws IOException {
        Export export = export();
        takeIn(export);
        OrderId order = order();
        List<String> deliveries = List.of(order + "-L001", order + "-L002");
        try (ConsumerProcess consumer = ConsumerProcess.start(folder, home, brokerUrl, DemoConfig.QUEUE, deliveries)) {
            awaitDeliveries(order);
            awaitBatches(deliveries);
            JsonNode consumed = awaitConsumer(consumer);
            DatasetView dataset = dataset(order);
            new StudyWalk(rooms, actors, progress, home).play();
            Summary summary = new Summary(rooms, progress, export, order, consumed, dataset);
            return summary.print();
        }
    }

    Export export() throws IOException {
        progress.begin("export");
        Export export =
                new CaseSystem(folder.caseSystem().resolve("export"), options.seed(), options.persons()).export();
        progress.done("export.done", export.files().size(), export.rows());
        return export;
    }

    void takeIn(Export export) {
        progress.begin("intake");
        Set<String> names =
                export.files().stream().map(Export.WrittenFile::name).collect(Collectors.toSet());
        Waiting.until("intake", PATIENCE, () -> {
            long settled =
                    settled(names).stream().map(FileReport::name).distinct().count();
            progress.at("intake.at", settled, names.size());
            return settled == names.size();
        });
        List<FileReport> files = settled(names);
        progress.done(
                "intake.done",
                files.stream().filter(FileReport::loadedNow).count(),
                files.stream().mapToInt(f -> f.loaded() + f.replaced()).sum(),
                files.stream().mapToInt(FileReport::rejected).sum(),
                files.stream()
                        .filter(f -> f.state() == FileReport.State.QUARANTINED)
                        .count());
    }

    private List<FileReport> settled(Set<String> names) {
        return rooms.intake().list().stream()
                .filter(f -> names.contains(f.name()) && SETTLED.contains(f.state()))
                .toList();
    }

    OrderId order() {
        progress.begin("order");
        OrderId id = rooms.orders().list().stream()
                .filter(view -> view.terms().partner().equals(DemoConfig.PARTNER))
                .map(view -> view.terms().id())
                .findFirst()
                .orElseGet(() -> rooms.orders()
                        .create(home.resolve("docs/operator/exempel/scb-stockholmsjobb.yaml"), actors.operator()));
        OrderActs acts = new OrderActs(rooms, actors);
        acts.letGo(id);
        Waiting.until("order", PATIENCE, () -> acts.acknowledged(id));
        OrderView view = rooms.orders().show(id);
        progress.done("order.done", id, view.funnel().ordered(), String.join(", ", view.approvals()));
        return id;
    }

    private void awaitDeliveries(OrderId order) {
        progress.begin("deliveries");
        Waiting.until("deliveries", PATIENCE, () -> {
            List<LinkedDelivery> linked = rooms.linkage().list();
            progress.at("deliveries.at", linked.size());
            return linked.stream().anyMatch(d -> d.order().equals(order) && d.last());
        });
        List<LinkedDelivery> linked = rooms.linkage().list();
        progress.done(
                "deliveries.done",
                linked.size(),
                linked.stream()
                        .flatMap(d -> d.tables().stream())
                        .mapToLong(t -> t.rows())
                        .sum(),
                linked.stream()
                        .flatMap(d -> d.tables().stream())
                        .mapToLong(t -> t.linked())
                        .sum());
    }

    private void awaitBatches(List<String> deliveries) {
        progress.begin("publish");
        Waiting.until("publish", PATIENCE, () -> {
            List<PublishedBatch> batches = rooms.publishing().list();
            progress.at(
                    "publish.at",
                    batches.stream().mapToLong(PublishedBatch::position).sum());
            return batches.stream()
                    .filter(b -> b.doneAt() != null)
                    .map(PublishedBatch::deliveryId)
                    .collect(Collectors.toSet())
                    .containsAll(deliveries);
        });
        progress.done(
                "publish.done",
                rooms.publishing().list().stream()
                        .mapToLong(PublishedBatch::records)
                        .sum());
    }

    private JsonNode awaitConsumer(ConsumerProcess consumer) throws IOException {
        progress.begin("consume");
        Waiting.until("consume", PATIENCE, consumer::ended);
        JsonNode report = consumer.report().orElseThrow(() -> new DemoFailedException("consume"));
        progress.done(
                "consume.done",
                report.get("records").asLong(),
                report.get("batches").size());
        return report;
    }

    private DatasetView dataset(OrderId order) {
        progress.begin("dataset");
        List<DatasetView> there = datasets(order);
        if (there.isEmpty()) {
            rooms.datasets().request(order, actors.statistician());
        }
        Waiting.until("dataset", PATIENCE, () -> datasets(order).stream().anyMatch(d -> d.folder() != null));
        DatasetView built = datasets(order).stream()
                .filter(d -> d.folder() != null)
                .findFirst()
                .orElseThrow();
        progress.done("dataset.done", String.valueOf(built.folder()));
        return built;
    }

    private List<DatasetView> datasets(OrderId order) {
        return rooms.datasets().list().stream()
                .filter(d -> d.orderId().equals(order.value()))
                .toList();
    }
}
