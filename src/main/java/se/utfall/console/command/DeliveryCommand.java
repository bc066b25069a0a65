package se.utfall.console.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code utfall delivery}: a linked delivery and its ledger. */
@Command(name = "delivery", mixinStandardHelpOptions = true)
final class DeliveryCommand extends Common {
    DeliveryCommand(House house) {
        super(house);
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<delivery>", descriptionKey = "delivery", arity = "0..1", defaultValue = "")
                    String delivery) {
        return withRooms(s -> {
            List<Object> found = new ArrayList<>();
            s.rooms().linkage().list().stream()
                    .filter(d -> delivery.isEmpty() || d.id().value().equals(delivery))
                    .forEach(found::add);
            s.rooms().linkage().results().stream()
                    .filter(d -> delivery.isEmpty() || d.id().value().equals(delivery))
                    .forEach(found::add);
            if (found.isEmpty() && !delivery.isEmpty()) {
                throw notFound("delivery.none", delivery);
            }
            output().show(found);
            return OK;
        });
    }
}
