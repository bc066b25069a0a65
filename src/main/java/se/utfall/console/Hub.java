package se.utfall.console;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;
import se.utfall.notice.ClosedTask;

/** What the page, the probes and the meters see of the hub. An answer that is empty means that the room did not answer. */
interface Hub {
    /** These parts of the hub now, the others left empty; a room that does not answer leaves its part empty and named as unreadable. */
    Snapshot look(Set<Part> parts);

    /** Why a file was set aside. */
    List<IntakeFinding> why(FileReport file);

    /** Files that came since. */
    Optional<List<FileReport>> filesSince(Instant since);

    /** Tasks that people closed since, the latest first. */
    Optional<List<ClosedTask>> closedSince(Instant since);

    /** What people may decide about files, by the file's id. */
    Optional<Map<String, Set<FileAct>>> waitingForPeople();

    boolean databaseAnswers();

    boolean brokerAnswers();
}
