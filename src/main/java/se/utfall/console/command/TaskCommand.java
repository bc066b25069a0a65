package se.utfall.console.command;

import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import se.utfall.console.TaskClosing;
import se.utfall.console.page.TaskPlace;
import se.utfall.console.page.Texts;
import se.utfall.notice.ClosingReason;
import se.utfall.notice.Task;

/** {@code utfall task}: what needs a person, and closing what has been dealt with. */
@Command(name = "task", mixinStandardHelpOptions = true)
final class TaskCommand extends Common {
    TaskCommand(House house) {
        super(house);
    }

    /** A task as shown; {@code closedBy} says whether a person's hand, a decision on a file or the hub itself closes it. */
    record Shown(String key, String text, String closedBy, Instant raisedAt) {}

    @Command(name = "show", mixinStandardHelpOptions = true)
    int show() {
        return withRooms(s -> {
            Texts texts = new Texts(locale());
            output().show(s.rooms().tasks().listOpen().stream()
                    .map(t -> shown(texts, t))
                    .toList());
            return OK;
        });
    }

    @Command(name = "close", mixinStandardHelpOptions = true)
    int close(
            @Parameters(paramLabel = "<key>", descriptionKey = "task") String key,
            @Option(names = "--reason", paramLabel = "<reason>", required = true, descriptionKey = "closing-reason")
                    ClosingReason reason,
            @Option(names = "--reference", paramLabel = "<number>", defaultValue = "") String reference) {
        return withRooms(s -> {
            Task closed = new TaskClosing(s.rooms()).close(key, reason, reference(reference), actor(s));
            output().say("task.closed", closed.key());
            return OK;
        });
    }

    private static Shown shown(Texts texts, Task task) {
        return new Shown(
                task.key(), texts.task(task), TaskPlace.of(task).closing().name(), task.raisedAt());
    }
}
