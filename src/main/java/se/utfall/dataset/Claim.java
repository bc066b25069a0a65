package se.utfall.dataset;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import se.utfall.order.OrderId;

/**
 * A dataset taken to be built. The attempt fences: only the latest may finish.
 *
 * @param failures how often building it went wrong before
 */
record Claim(
        String id, OrderId order, int version, String requestedBy, Instant requestedAt, int attempt, int failures) {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final int HASH_SHOWN = 8;

    static final String BUILDING = ".building-";

    static String id(OrderId order, int version) {
        return order.value() + "_v" + String.format(Locale.ROOT, "%03d", version);
    }

    /** Of no dataset: a name that begins with a dot. */
    Path buildFolder(Path root) {
        return root.resolve(buildPrefix() + attempt);
    }

    String buildPrefix() {
        return BUILDING + id + "-";
    }

    /** {@code <dataset>_v<NNN>_<YYYYMMDD>_<first 8 hex of the SHA-256 of CHECKSUMS.sha256>}. */
    String folderName(Instant at, String checksumsSha256) {
        LocalDate day = LocalDate.ofInstant(at, STOCKHOLM);
        return id + "_" + day.toString().replace("-", "") + "_" + checksumsSha256.substring(0, HASH_SHOWN);
    }

    /** Whether a folder of that name is this dataset, by whatever attempt. */
    boolean isCalled(String folder) {
        return folder.startsWith(buildPrefix()) || folder.startsWith(id + "_");
    }
}
