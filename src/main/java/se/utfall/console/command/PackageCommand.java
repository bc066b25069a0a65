package se.utfall.console.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
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
            List<PackageView> found = s.rooms().exchange().list().stream()
                    .filter(p -> name.isEmpty() || p.name().fileName().equals(name))
                    .toList();
            if (found.isEmpty() && !name.isEmpty()) {
                throw notFound("package.none", name);
            }
            output().show(found);
            return OK;
        });
    }
}
