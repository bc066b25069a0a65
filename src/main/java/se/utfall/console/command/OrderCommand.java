package se.utfall.console.command;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.order.OrderId;

/** {@code utfall order}: an order from draft to sent. */
@Command(name = "order", mixinStandardHelpOptions = true, resourceBundle = "se.utfall.console.command.messages")
final class OrderCommand extends Common {
    OrderCommand(House house) {
        super(house);
    }

    @Command(name = "create")
    int create(@Parameters(paramLabel = "<order file>") Path file) {
        return withRooms(s -> {
            OrderId id = s.rooms().orders().create(file, actor(s));
            output().show(s.rooms().orders().show(id));
            return OK;
        });
    }

    @Command(name = "freeze")
    int freeze(@Parameters(paramLabel = "<order>") String order) {
        return withRooms(s -> shown(s.rooms().orders().freeze(new OrderId(order), actor(s))));
    }

    @Command(name = "approve")
    int approve(@Parameters(paramLabel = "<order>") String order) {
        return withRooms(s -> shown(s.rooms().orders().approve(new OrderId(order), actor(s))));
    }

    @Command(name = "send")
    int send(@Parameters(paramLabel = "<order>") String order) {
        return withRooms(s -> shown(s.rooms().orders().send(new OrderId(order), actor(s))));
    }

    @Command(name = "show")
    int show(@Parameters(paramLabel = "<order>", arity = "0..1", defaultValue = "") String order) {
        return withRooms(s -> shown(
                order.isEmpty() ? s.rooms().orders().list() : s.rooms().orders().show(new OrderId(order))));
    }

    private int shown(Object view) {
        output().show(view);
        return OK;
    }
}
