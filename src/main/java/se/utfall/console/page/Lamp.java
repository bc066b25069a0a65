package se.utfall.console.page;

import java.util.List;
import java.util.stream.Stream;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.FileReport;
import se.utfall.linkage.LinkedDelivery;

/**
 * The state in one word: green only when nothing needs a person, every route runs, every balance closes, every counterpart was reached, and every part
 * could be read. Anything not known is not green.
 *
 * @param tasks how many open tasks
 * @param standing ids of routes that do not run
 * @param unbalanced names of files and deliveries whose balance does not close
 * @param silent counterparts not reached lately
 */
public record Lamp(int tasks, List<String> standing, List<String> unbalanced, List<String> silent, List<Part> unread) {

    public static Lamp of(Snapshot s) {
        return new Lamp(
                s.tasks().size(),
                s.routes().stream().filter(r -> !runs(r)).map(RouteState::id).toList(),
                unbalanced(s),
                s.contacts().stream()
                        .filter(c -> !c.freshAt(s.asOf()))
                        .map(Contact::name)
                        .toList(),
                s.unreadable().stream().sorted().toList());
    }

    public boolean green() {
        return tasks == 0 && standing.isEmpty() && unbalanced.isEmpty() && silent.isEmpty() && unread.isEmpty();
    }

    /** Whether people are asked for something but all else is well. */
    public boolean onlyTasks() {
        return tasks > 0 && standing.isEmpty() && unbalanced.isEmpty() && silent.isEmpty() && unread.isEmpty();
    }

    /** Whether the route is doing its work now. */
    public static boolean runs(RouteState route) {
        return route.status().equals("Started");
    }

    private static List<String> unbalanced(Snapshot s) {
        Stream<String> files = s.files().stream().filter(f -> !f.balanced()).map(FileReport::name);
        Stream<String> deliveries = s.deliveries().stream()
                .filter(d -> !d.balanced())
                .map(LinkedDelivery::id)
                .map(Object::toString);
        return Stream.concat(files, deliveries).toList();
    }
}
