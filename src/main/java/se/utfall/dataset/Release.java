package se.utfall.dataset;

import java.nio.file.Path;

/** A built dataset, exactly as it is, on its way to one key: what people approve. */
record Release(String dataset, Path folder, String checksums, String recipient, String fingerprint) {
    /** {@code <folder>.zip.pgp} (contract 4). */
    String fileName() {
        return folder.getFileName() + ".zip.pgp";
    }
}
