package se.utfall.console.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.intake.FileReport;

/** {@code utfall file}: what became of a case-system file. */
@Command(name = "file", mixinStandardHelpOptions = true)
final class FileCommand extends Common {
    FileCommand(House house) {
        super(house);
    }

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "<name|hash>", descriptionKey = "file", arity = "0..1", defaultValue = "")
                    String file) {
        return withRooms(s -> {
            List<FileReport> found = file.isEmpty()
                    ? s.rooms().intake().list()
                    : s.rooms().intake().find(file);
            if (found.isEmpty() && !file.isEmpty()) {
                throw notFound("file.none", file);
            }
            output().show(found);
            return OK;
        });
    }
}
