package se.utfall.console.page;

import java.util.List;
import java.util.Map;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.notice.ClosingReason;
import se.utfall.notice.Task;

/** The forms of what people can do, in the reader's language. */
public record Deeds(Texts texts) {
    /** Closing a task by hand. */
    public Deed close(Task task, int place) {
        return new Deed(
                "/tasks/close",
                "task-" + place,
                texts.of("tasks.close"),
                texts.of("tasks.close.button"),
                texts.of("tasks.close.effect"),
                Choice.of(texts, "closing", List.of(ClosingReason.values())),
                Map.of("key", task.key()));
    }

    /** A decision on a file. */
    public Deed decide(FileReport file, FileAct act) {
        return new Deed(
                "/files/" + file.id() + "/" + act.name(),
                "file-" + act.name(),
                texts.of("file.act." + act.name()),
                texts.of("file.act." + act.name()),
                texts.of("file.effect." + act.name()),
                Choice.of(texts, "file.reason", act.reasons()),
                Map.of());
    }

    /** Pausing a route that runs, or resuming one that does not. */
    public Deed route(RouteState route) {
        boolean runs = Lamp.runs(route);
        return new Deed(
                "/routes/" + route.id() + (runs ? "/pause" : "/resume"),
                route.id(),
                texts.of(runs ? "routes.pause.of" : "routes.resume.of", route.id()),
                texts.of(runs ? "routes.pause" : "routes.resume"),
                "",
                Choice.of(texts, "reason", runs ? Reason.toPause() : Reason.toResume()),
                Map.of());
    }
}
