package se.utfall.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
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

    @Command(name = "approve", mixinStandardHelpOptions = true)
    int approve(
            @Parameters(paramLabel = "<dataset>", descriptionKey = "dataset") String dataset,
            @Option(names = "--to", required = true, paramLabel = "<recipient>", descriptionKey = "recipient")
                    String recipient) {
        return withRooms(s -> {
            output().show(s.rooms().datasets().approve(dataset, recipient, actor(s)));
            return OK;
        });
    }

    @Command(name = "seal", mixinStandardHelpOptions = true)
    int seal(
            @Parameters(paramLabel = "<dataset>", descriptionKey = "dataset") String dataset,
            @Option(names = "--to", required = true, paramLabel = "<recipient>", descriptionKey = "recipient")
                    String recipient) {
        return withRooms(s -> {
            output().show(s.rooms().datasets().seal(dataset, recipient, actor(s)));
            return OK;
        });
    }
}
