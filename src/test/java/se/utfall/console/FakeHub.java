package se.utfall.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;
import se.utfall.notice.ClosedTask;

/** Shows what a test has put there. */
final class FakeHub implements Hub {
    volatile Snapshot now = Pictures.calm();
    volatile List<ClosedTask> closed = List.of();
    volatile boolean database = true;
    volatile boolean broker = true;

    @Override
    public Snapshot look(Set<Part> parts) {
        return now;
    }

    @Override
    public List<IntakeFinding> why(FileReport file) {
        return List.of(new IntakeFinding.FileSetAside(file.name(), 0, "", "RADANTAL", 77));
    }

    @Override
    public Optional<List<FileReport>> filesSince(Instant since) {
        return now.has(Part.FILES) ? Optional.of(now.files()) : Optional.empty();
    }

    @Override
    public Optional<List<ClosedTask>> closedSince(Instant since) {
        return Optional.of(closed);
    }

    @Override
    public Optional<Map<String, Set<FileAct>>> waitingForPeople() {
        return Optional.of(now.files().stream()
                .filter(f -> f.state() == FileReport.State.QUARANTINED)
                .collect(Collectors.toMap(FileReport::id, f -> Set.of(FileAct.REJECT))));
    }

    @Override
    public boolean databaseAnswers() {
        return database;
    }

    @Override
    public boolean brokerAnswers() {
        return broker;
    }
}
