package se.utfall.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the routes need.
 *
 * @param routes folder of {@code *.camel.yaml}
 * @param rejects folder of the reject files
 * @param tick time between two looks of the inner routes at their ledger
 */
public record FlowSettings(
        Path routes, Path rejects, Duration tick, Map<String, Source> sources, Map<String, Partner> partners) {

    /** A case system: the hub only reads. */
    public record Source(SftpServer server, String folder) {}

    /** A partner: the hub writes to {@code in} and reads from {@code out}. */
    public record Partner(SftpServer server, String in, String out) {}
}
