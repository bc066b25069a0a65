package se.utfall.console.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.order.OrderId;

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
            return withRooms(s -> shown(s.rooms().orders().list()));
        }
        OrderId id = order(order);
        return withRooms(s -> shown(s.rooms().orders().show(id)));
    }

    private int shown(Object view) {
        output().show(view);
        return OK;
    }
}
