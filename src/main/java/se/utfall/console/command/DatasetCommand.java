package se.utfall.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.order.OrderId;

/** {@code utfall dataset}: ask for a dataset, see which there are. */
@Command(name = "dataset", mixinStandardHelpOptions = true, resourceBundle = "se.utfall.console.command.messages")
final class DatasetCommand extends Common {
    DatasetCommand(House house) {
        super(house);
    }

    @Command(name = "request")
    int request(@Parameters(paramLabel = "<order>") String order) {
        return withRooms(s -> {
            output().show(s.rooms().datasets().request(new OrderId(order), actor(s)));
            return OK;
        });
    }

    @Command(name = "show")
    int show() {
        return withRooms(s -> {
            output().show(s.rooms().datasets().list());
            return OK;
        });
    }
}
