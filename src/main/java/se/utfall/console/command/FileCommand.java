package se.utfall.console.command;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.console.page.Texts;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReason;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileStep;
import se.utfall.intake.Intake;
import se.utfall.intake.IntakeFinding;

/** {@code utfall file}: what became of a case-system file, and what a person decides about it. */
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
            Intake intake = s.rooms().intake();
            output().show(
                            file.isEmpty()
                                    ? intake.list()
                                    : found(s, file).stream()
                                            .map(r -> whole(intake, r))
                                            .toList());
            return OK;
        });
    }

    @Command(name = "release", mixinStandardHelpOptions = true)
    int release(
            @Parameters(paramLabel = "<name|hash>", descriptionKey = "file") String file,
            @Option(names = "--reason", paramLabel = "<reason>", required = true, descriptionKey = "release-reason")
                    FileReason reason,
            @Option(names = "--reference", paramLabel = "<number>", defaultValue = "") String reference) {
        return decide(file, FileAct.RELEASE, reason, reference);
    }

    @Command(name = "reject", mixinStandardHelpOptions = true)
    int reject(
            @Parameters(paramLabel = "<name|hash>", descriptionKey = "file") String file,
            @Option(names = "--reason", paramLabel = "<reason>", required = true, descriptionKey = "reject-reason")
                    FileReason reason,
            @Option(names = "--reference", paramLabel = "<number>", defaultValue = "") String reference) {
        return decide(file, FileAct.REJECT, reason, reference);
    }

    @Command(name = "confirm", mixinStandardHelpOptions = true)
    int confirm(
            @Parameters(paramLabel = "<name|hash>", descriptionKey = "file") String file,
            @Option(names = "--reason", paramLabel = "<reason>", required = true, descriptionKey = "confirm-reason")
                    FileReason reason,
            @Option(names = "--reference", paramLabel = "<number>", defaultValue = "") String reference) {
        return decide(file, FileAct.CONFIRM_REMOVAL, reason, reference);
    }

    @Command(name = "keep", mixinStandardHelpOptions = true)
    int keep(
            @Parameters(paramLabel = "<name|hash>", descriptionKey = "file") String file,
            @Option(names = "--reason", paramLabel = "<reason>", required = true, descriptionKey = "keep-reason")
                    FileReason reason,
            @Option(names = "--reference", paramLabel = "<number>", defaultValue = "") String reference) {
        return decide(file, FileAct.KEEP, reason, reference);
    }

    private int decide(String file, FileAct act, FileReason reason, String reference) {
        return withRooms(s -> {
            Intake intake = s.rooms().intake();
            List<FileReport> found = found(s, file);
            List<FileReport> waiting =
                    found.stream().filter(r -> intake.acts(r).contains(act)).toList();
            if (waiting.size() > 1) {
                throw new Refusal(text(
                        "file.several",
                        String.join("\n  ", waiting.stream().map(FileReport::id).toList())));
            }
            FileReport one = waiting.isEmpty() ? found.get(found.size() - 1) : waiting.get(0);
            output().show(whole(intake, intake.decide(one.id(), act, reason, reference(reference), actor(s))));
            return OK;
        });
    }

    private List<FileReport> found(House.Session session, String file) {
        List<FileReport> found = session.rooms().intake().find(file);
        if (found.isEmpty()) {
            throw notFound("file.none", file);
        }
        return found;
    }

    /** One file: what was found in it besides rejected rows, which stand in its rejects file; its way through the room; what may be decided about it. */
    record Whole(@JsonUnwrapped FileReport report, List<String> findings, Set<FileAct> acts, List<FileStep> steps) {}

    private Whole whole(Intake intake, FileReport report) {
        Texts texts = new Texts(locale());
        return new Whole(
                report,
                intake.findings(report).stream()
                        .filter(f -> !(f instanceof IntakeFinding.RowRejected))
                        .map(f -> f.code() + ": " + texts.finding(f))
                        .toList(),
                intake.acts(report),
                intake.steps(report));
    }
}
