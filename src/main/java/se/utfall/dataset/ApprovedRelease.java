package se.utfall.dataset;

import java.nio.file.Path;

/** A built dataset that two people agreed may go to this key: the only thing that is sealed. Only this room makes one, and only while the approvals hold. */
final class ApprovedRelease {
    private final String dataset;
    private final Path folder;
    private final String checksums;
    private final String recipient;
    private final String fingerprint;

    ApprovedRelease(String dataset, Path folder, String checksums, String recipient, String fingerprint) {
        this.dataset = dataset;
        this.folder = folder;
        this.checksums = checksums;
        this.recipient = recipient;
        this.fingerprint = fingerprint;
    }

    String dataset() {
        return dataset;
    }

    Path folder() {
        return folder;
    }

    String checksums() {
        return checksums;
    }

    String recipient() {
        return recipient;
    }

    String fingerprint() {
        return fingerprint;
    }

    /** {@code <folder>.zip.pgp} (contract 4). */
    String fileName() {
        return folder.getFileName() + ".zip.pgp";
    }
}
