package se.utfall.console.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.order.DraftView;
import se.utfall.order.OrderId;
import se.utfall.store.ActingUser;

/** {@code utfall order}: an order from draft to sent. */
@Command(name = "order", mixinStandardHelpOptions = true)
final class OrderCommand extends Common {
    OrderCommand(House house) {
        super(house);
    }

    @Command(name = "create", mixinStandardHelpOptions = true)
    int create(@Parameters(paramLabel = "<order file>", descriptionKey = "order-file") Path file) {
        return withRooms(s -> {
            OrderId id = s.rooms().orders().create(file, actor(s));
            output().show(s.rooms().orders().show(id));
            return OK;
        });
    }

    @Command(name = "freeze", mixinStandardHelpOptions = true)
    int freeze(@Parameters(paramLabel = "<order>", descriptionKey = "order") String order) {
        OrderId id = order(order);
        return withRooms(s -> shown(s.rooms().orders().freeze(id, actor(s))));
    }

    @Command(name = "approve", mixinStandardHelpOptions = true)
    int approve(@Parameters(paramLabel = "<order>", descriptionKey = "order") String order) {
        OrderId id = order(order);
        return withRooms(s -> shown(s.rooms().orders().approve(id, actor(s))));
    }

    @Command(name = "send", mixinStandardHelpOptions = true)
    int send(@Parameters(paramLabel = "<order>", descriptionKey = "order") String order) {
        OrderId id = order(order);
        return withRooms(s -> shown(s.rooms().orders().send(id, actor(s))));
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<order>", descriptionKey = "order", arity = "0..1", defaultValue = "")
                    String order) {
        if (order.isEmpty()) {
            return withRooms(s -> {
                List<Object> all = new ArrayList<>(s.rooms().orders().list());
                all.addAll(s.rooms().orders().drafts());
                return shown(all);
            });
        }
        OrderId id = order(order);
        return withRooms(s -> {
            Optional<DraftView> draft = s.rooms().orders().findDraft(id);
            return shown(draft.isPresent() ? draft.get() : s.rooms().orders().show(id));
        });
    }

    @Command(name = "decline", mixinStandardHelpOptions = true)
    int decline(@Parameters(paramLabel = "<order>", descriptionKey = "order") String order) {
        OrderId id = order(order);
        return withRooms(s -> {
            s.rooms().orders().decline(id, actor(s));
            output().say("order.declined", order);
            return OK;
        });
    }

    @Command(name = "dispose", mixinStandardHelpOptions = true)
    int dispose(
            @Parameters(paramLabel = "<order>", descriptionKey = "order") String order,
            @Option(names = "--decision", paramLabel = "<reference>", required = true) String decision,
            @Option(names = "--dry-run") boolean dryRun) {
        OrderId id = order(order);
        return withRooms(s -> {
            ActingUser by = actor(s);
            return shown(
                    dryRun
                            ? s.rooms().retention().preview(id, decision, by)
                            : s.rooms().retention().dispose(id, decision, by));
        });
    }

    private int shown(Object view) {
        output().show(view);
        return OK;
    }
}
