package se.utfall.console;

import java.util.List;
import se.utfall.console.page.Snapshot;
import se.utfall.intake.FileReport;
import se.utfall.intake.IntakeFinding;

/** What the page, the probes and the meters see of the hub. */
interface Hub {
    /** The hub now; a room that does not answer leaves its part empty and named as unreadable. */
    Snapshot look();

    /** Why a file was set aside. */
    List<IntakeFinding> why(FileReport file);

    boolean databaseAnswers();

    boolean brokerAnswers();
}
