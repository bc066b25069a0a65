package se.utfall.intake;

import java.util.List;
import java.util.Optional;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** The room's door. Every step is restartable: what is done is in the table {@code file}, never in memory. */
public final class Intake {
    /** Whether this name, size and time is new to us: the SFTP filter asks before anything is fetched. {@code .csv} names are noted as seen (no manifest yet) and never wanted. */
    public boolean wants(Sighting sighting) {
        throw new UnsupportedOperationException();
    }

    /** A manifest and the file it names: checks both, seals the file into the archive, remembers it as CHECKED or QUARANTINED, deletes both arrivals. */
    public FileReport receive(Arrival manifest, Arrival file) {
        throw new UnsupportedOperationException();
    }

    /** Loads the next checked file in {@code uttagstid} order; empty when there is none. A crash continues where it was. */
    public Optional<FileReport> loadNext() {
        throw new UnsupportedOperationException();
    }

    /** The reject lines of a loaded file as rows for Camel CSV, header first: {@code rad;kolumn;kod;forklaring;atgard}. */
    public List<List<String>> rejects(FileReport report) {
        throw new UnsupportedOperationException();
    }

    /** By name (all with it) or by the first hexadecimal digits of the hash. */
    public List<FileReport> find(String nameOrHash) {
        throw new UnsupportedOperationException();
    }

    public List<FileReport> list() {
        throw new UnsupportedOperationException();
    }
}
