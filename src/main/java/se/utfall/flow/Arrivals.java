package se.utfall.flow;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import se.utfall.intake.FileReport;
import se.utfall.intake.Intake;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;
import se.utfall.store.WorkArea;

/** Turns what Camel fetched into an {@link Arrival} that the rooms own: the file is moved aside before Camel tidies up. */
public final class Arrivals {
    private static final String MANIFEST = ".klar";
    private final String source;
    private final WorkArea workArea;
    private final Intake intake;
    private final StillFilter still;

    Arrivals(String source, WorkArea workArea, Intake intake, StillFilter still) {
        this.source = source;
        this.workArea = workArea;
        this.intake = intake;
        this.still = still;
    }

    /** A manifest on its way to its file. */
    public record Kept(Arrival arrival) {
        /** The name of the file that a manifest stands for: the manifest's own without its ending, never what its content says. */
        public String getDataName() {
            String name = arrival.name();
            return name.substring(0, name.length() - MANIFEST.length());
        }
    }

    public Kept manifest(
            @Body File local, @Header("CamelFileName") String name, @Header("CamelFileLastModified") long modified)
            throws IOException {
        return new Kept(keep(local, name, modified));
    }

    public Arrival keep(
            @Body File local, @Header("CamelFileName") String name, @Header("CamelFileLastModified") long modified)
            throws IOException {
        Sighting seen = new Sighting(source, name, local.length(), Instant.ofEpochMilli(modified));
        Path own = workArea.newFile(".in");
        Files.move(local.toPath(), own);
        return new Arrival(seen, own);
    }

    /** Hands a manifest and its file to intake; a file that is not there, or was still being written, leaves the manifest to be fetched again. */
    public @Nullable FileReport pair(Kept manifest, @Nullable File data, @Header("CamelFileLastModified") long modified)
            throws IOException {
        if (data == null) {
            workArea.delete(manifest.arrival().path());
            return null;
        }
        Arrival file = keep(data, manifest.getDataName(), modified);
        if (!still.stands(file.name(), file.seen().size(), file.seen().modified())) {
            workArea.delete(manifest.arrival().path());
            workArea.delete(file.path());
            return null;
        }
        return intake.receive(manifest.arrival(), file);
    }
}
