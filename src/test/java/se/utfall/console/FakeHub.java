package se.utfall.console;

import java.util.List;
import java.util.Set;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** Shows what a test has put there. */
final class FakeHub implements Hub {
    volatile Snapshot now = Pictures.calm();
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
    public boolean databaseAnswers() {
        return database;
    }

    @Override
    public boolean brokerAnswers() {
        return broker;
    }
}
