package se.utfall.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import se.utfall.flow.Rooms;
import se.utfall.linkage.ResultDelivery;
import se.utfall.order.OrderId;
import se.utfall.order.OrderView.StudyView;

/** A study: IFAU's wish becomes a draft, people make it an order, its two packages go to SCB and IFAU, and IFAU delivers aggregates. */
final class StudyWalk {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private final Rooms rooms;
    private final Actors actors;
    private final Progress progress;
    private final Path file;

    StudyWalk(Rooms rooms, Actors actors, Progress progress, Path home) {
        this.rooms = rooms;
        this.actors = actors;
        this.progress = progress;
        this.file = home.resolve("docs/operator/exempel/ifau-studie.yaml");
    }

    OrderId play() {
        progress.begin("study");
        Waiting.until(
                "study",
                PATIENCE,
                () -> order().isPresent() || !rooms.orders().drafts().isEmpty());
        OrderId id = order().orElseGet(() -> rooms.orders().create(file, actors.operator()));
        OrderActs acts = new OrderActs(rooms, actors);
        acts.letGo(id);
        Waiting.until("study", PATIENCE, () -> acts.acknowledged(id) && packagesAcknowledged(id));
        Waiting.until(
                "study",
                PATIENCE,
                () -> result(id).filter(r -> r.handedOnAt() != null).isPresent());
        StudyView study = rooms.orders().show(id).study();
        progress.done(
                "study.done",
                id,
                study == null ? 0 : study.participants(),
                study == null ? 0 : study.comparison(),
                result(id).map(ResultDelivery::taken).orElse(0L));
        return id;
    }

    private boolean packagesAcknowledged(OrderId id) {
        StudyView study = rooms.orders().show(id).study();
        return study != null
                && study.packages().stream().allMatch(p -> p.state().equals("ACKNOWLEDGED"));
    }

    private Optional<OrderId> order() {
        return rooms.orders().list().stream()
                .filter(view -> view.terms().partner().equals(DemoConfig.RESEARCHERS))
                .map(view -> view.terms().id())
                .findFirst();
    }

    private Optional<ResultDelivery> result(OrderId id) {
        return rooms.linkage().results().stream()
                .filter(r -> r.order().equals(id))
                .findFirst();
    }
}
