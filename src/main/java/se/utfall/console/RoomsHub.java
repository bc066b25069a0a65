package se.utfall.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.console.page.Contact;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.flow.Rooms;
import se.utfall.flow.RouteControl;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;
import se.utfall.notice.ClosedTask;

/** Asks the rooms' doors. */
final class RoomsHub implements Hub {
    private static final Logger LOG = LoggerFactory.getLogger(RoomsHub.class);
    private final Rooms rooms;
    private final RouteControl routes;
    private final Clock clock;

    RoomsHub(Rooms rooms, RouteControl routes, Clock clock) {
        this.rooms = rooms;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public Snapshot look(Set<Part> parts) {
        Reading reading = new Reading(parts, EnumSet.noneOf(Part.class));
        Instant asOf = clock.instant();
        return new Snapshot(
                asOf,
                reading.of(Part.TASKS, () -> rooms.tasks().listOpen()),
                reading.of(Part.ORDERS, () -> rooms.orders().list()),
                reading.of(Part.ORDERS, () -> rooms.orders().drafts()),
                reading.of(Part.PACKAGES, () -> rooms.exchange().list()),
                reading.of(Part.DELIVERIES, () -> rooms.linkage().list()),
                reading.of(Part.DELIVERIES, () -> rooms.linkage().results()),
                reading.of(Part.FILES, () -> rooms.intake().list()),
                reading.of(Part.BATCHES, () -> rooms.publishing().list()),
                reading.of(Part.DATASETS, () -> rooms.datasets().list()),
                reading.of(Part.ROUTES, routes::routes),
                reading.of(Part.CONTACTS, this::contacts),
                reading.unread());
    }

    @Override
    public List<IntakeFinding> why(FileReport file) {
        return rooms.intake().findings(file).stream()
                .filter(IntakeFinding.FileSetAside.class::isInstance)
                .toList();
    }

    @Override
    public Optional<List<FileReport>> filesSince(Instant since) {
        return answer("files", () -> rooms.intake().listSince(since));
    }

    @Override
    public Optional<List<ClosedTask>> closedSince(Instant since) {
        return answer("closed tasks", () -> rooms.tasks().listClosed(since));
    }

    @Override
    public Optional<Map<String, Set<FileAct>>> waitingForPeople() {
        return answer("decisions", () -> rooms.intake().waitingForPeople());
    }

    @Override
    public boolean databaseAnswers() {
        try {
            return rooms.database()
                    .inSnapshot(
                            h -> h.createQuery("SELECT 1").mapTo(Integer.class).one() == 1);
        } catch (RuntimeException e) {
            Quietly.warn(LOG, "the database does not answer", e);
            return false;
        }
    }

    @Override
    public boolean brokerAnswers() {
        return rooms.publishing().brokerAnswers();
    }

    private List<Contact> contacts() {
        Map<String, @Nullable Instant> last = routes.lastContact();
        Map<String, Duration> polls = routes.pollIntervals();
        return polls.entrySet().stream()
                .map(e -> new Contact(e.getKey(), last.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static <T> Optional<T> answer(String what, Supplier<T> room) {
        try {
            return Optional.of(room.get());
        } catch (RuntimeException e) {
            Quietly.warn(LOG, what + " cannot be read", e);
            return Optional.empty();
        }
    }

    /** Reads the parts asked for, and remembers those whose room failed. */
    private record Reading(Set<Part> parts, Set<Part> unread) {
        <T> List<T> of(Part part, Supplier<List<T>> room) {
            if (!parts.contains(part)) {
                return List.of();
            }
            try {
                return room.get();
            } catch (RuntimeException e) {
                Quietly.warn(LOG, "part " + part + " cannot be read", e);
                unread.add(part);
                return List.of();
            }
        }
    }
}
