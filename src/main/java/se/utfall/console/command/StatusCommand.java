package se.utfall.console.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import se.utfall.console.page.Texts;
import se.utfall.flow.Rooms;
import se.utfall.intake.FileReport;

/** {@code utfall status}: what needs you, and whether every balance closes. Exit 0 when nothing does, 1 when something needs a person. */
@Command(name = "status", mixinStandardHelpOptions = true)
final class StatusCommand extends Common implements Callable<Integer> {
    StatusCommand(House house) {
        super(house);
    }

    /** The answer. */
    record Status(
            List<String> needsYou,
            int files,
            int filesQuarantined,
            int orders,
            int deliveries,
            int batchesOpen,
            boolean balanced) {}

    @Override
    public Integer call() {
        return withRooms(s -> {
            Status status = status(s.rooms());
            output().show(status);
            return status.needsYou().isEmpty() && status.balanced() ? OK : REFUSED;
        });
    }

    private Status status(Rooms rooms) {
        Texts texts = new Texts(locale());
        List<FileReport> files = rooms.intake().list();
        return new Status(
                rooms.tasks().listOpen().stream().map(texts::task).toList(),
                files.size(),
                (int) files.stream()
                        .filter(f -> f.state() == FileReport.State.QUARANTINED)
                        .count(),
                rooms.orders().list().size(),
                rooms.linkage().list().size(),
                (int) rooms.publishing().list().stream()
                        .filter(b -> b.doneAt() == null)
                        .count(),
                files.stream().allMatch(FileReport::balanced)
                        && rooms.linkage().list().stream().allMatch(d -> d.balanced()));
    }
}
