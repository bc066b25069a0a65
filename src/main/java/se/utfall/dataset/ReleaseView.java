package se.utfall.dataset;

import java.nio.file.Path;

/**
 * A dataset sealed for a recipient.
 *
 * @param sha256 of the sealed file
 */
public record ReleaseView(
        String datasetId, String recipient, String fingerprint, Path file, long bytes, String sha256) {}
