package se.utfall.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.order.OrderId;

/** {@code utfall dataset}: ask for a dataset, see which there are. */
@Command(name = "dataset", mixinStandardHelpOptions = true)
final class DatasetCommand extends Common {
    DatasetCommand(House house) {
        super(house);
    }

    @Command(name = "request", mixinStandardHelpOptions = true)
    int request(@Parameters(paramLabel = "<order>", descriptionKey = "order") String order) {
        OrderId id = order(order);
        return withRooms(s -> {
            output().show(s.rooms().datasets().request(id, actor(s)));
            return OK;
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show() {
        return withRooms(s -> {
            output().show(s.rooms().datasets().list());
            return OK;
        });
    }
}
