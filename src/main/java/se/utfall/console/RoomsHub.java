package se.utfall.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

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
    public Snapshot look() {
        Set<Part> unread = EnumSet.noneOf(Part.class);
        Instant asOf = clock.instant();
        return new Snapshot(
                asOf,
                read(Part.TASKS, unread, () -> rooms.tasks().listOpen()),
                read(Part.ORDERS, unread, () -> rooms.orders().list()),
                read(Part.PACKAGES, unread, () -> rooms.exchange().list()),
                read(Part.DELIVERIES, unread, () -> rooms.linkage().list()),
                read(Part.FILES, unread, () -> rooms.intake().list()),
                read(Part.BATCHES, unread, () -> rooms.publishing().list()),
                read(Part.DATASETS, unread, () -> rooms.datasets().list()),
                read(Part.ROUTES, unread, routes::routes),
                read(Part.CONTACTS, unread, this::contacts),
                unread);
    }

    @Override
    public List<IntakeFinding> why(FileReport file) {
        return rooms.intake().findings(file).stream()
                .filter(IntakeFinding.FileSetAside.class::isInstance)
                .toList();
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

    private static <T> List<T> read(Part part, Set<Part> unread, Supplier<List<T>> room) {
        try {
            return room.get();
        } catch (RuntimeException e) {
            Quietly.warn(LOG, "part " + part + " cannot be read", e);
            unread.add(part);
            return List.of();
        }
    }
}
