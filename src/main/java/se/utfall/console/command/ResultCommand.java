package se.utfall.console.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.linkage.DeliveryId;

/** {@code utfall result}: the rows of delivered aggregates, for statisticians. */
@Command(name = "result", mixinStandardHelpOptions = true)
final class ResultCommand extends Common {
    ResultCommand(House house) {
        super(house);
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(@Parameters(paramLabel = "<delivery>", descriptionKey = "delivery") String delivery) {
        return withRooms(s -> {
            output().show(s.rooms().linkage().resultRows(new DeliveryId(delivery), actor(s)));
            return OK;
        });
    }
}
