package se.utfall.console.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import se.utfall.console.page.Texts;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** {@code utfall file}: what became of a case-system file. */
@Command(name = "file", mixinStandardHelpOptions = true)
final class FileCommand extends Common {
    private static final int MOST_FINDINGS = 200;

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
            output().show(
                            file.isEmpty()
                                    ? found
                                    : found.stream().map(r -> whole(s, r)).toList());
            return OK;
        });
    }

    /** One file, and what was found in it besides rejected rows, which stand in its rejects file. */
    record Whole(@JsonUnwrapped FileReport report, List<String> findings) {}

    private Whole whole(House.Session session, FileReport report) {
        Texts texts = new Texts(locale());
        return new Whole(
                report,
                session.rooms().intake().findings(report).stream()
                        .filter(f -> !(f instanceof IntakeFinding.RowRejected))
                        .limit(MOST_FINDINGS)
                        .map(f -> f.code() + ": " + texts.finding(f))
                        .toList());
    }
}
