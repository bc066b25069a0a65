package se.utfall.console.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.PackageStep;
import se.utfall.exchange.PackageView;

/** {@code utfall package}: what went to and came from partners, and their receipts. */
@Command(name = "package", mixinStandardHelpOptions = true)
final class PackageCommand extends Common {
    PackageCommand(House house) {
        super(house);
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<name>", descriptionKey = "package", arity = "0..1", defaultValue = "")
                    String name) {
        return withRooms(s -> {
            Exchange exchange = s.rooms().exchange();
            List<PackageView> found = name.isEmpty() ? exchange.list() : exchange.find(name);
            if (found.isEmpty() && !name.isEmpty()) {
                throw notFound("package.none", name);
            }
            output().show(
                            name.isEmpty()
                                    ? found
                                    : found.stream()
                                            .map(p -> new Whole(p, exchange.steps(p)))
                                            .toList());
            return OK;
        });
    }

    /** One package and its way. */
    record Whole(@JsonUnwrapped PackageView view, List<PackageStep> steps) {}
}
