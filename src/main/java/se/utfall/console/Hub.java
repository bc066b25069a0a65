package se.utfall.console;

import java.util.List;
import java.util.Set;
import se.utfall.console.page.Snapshot;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** What the page, the probes and the meters see of the hub. */
interface Hub {
    /** These parts of the hub now, the others left empty; a room that does not answer leaves its part empty and named as unreadable. */
    Snapshot look(Set<Part> parts);

    /** Why a file was set aside. */
    List<IntakeFinding> why(FileReport file);

    boolean databaseAnswers();

    boolean brokerAnswers();
}
