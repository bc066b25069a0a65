package se.utfall.flow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What the routes need.
 *
 * @param routes folder of {@code *.camel.yaml}
 * @param tables folders of the small tables that Camel writes and reads
 * @param tick time between two looks of the inner routes at their ledger
 */
public record FlowSettings(
        Path routes, Tables tables, Duration tick, Map<String, Source> sources, Map<String, Partner> partners) {

    /**
     * Folders of small tables.
     *
     * @param rejects {@code <source>/<file>.rejects.csv}
     * @param summaries {@code <delivery>.summary.csv}
     * @param codes local codes known beforehand are read from here and moved to {@code read/}
     */
    public record Tables(Path rejects, Path summaries, Path codes) {
        /** Each in a folder of its name. */
        public static Tables under(Path data) {
            return new Tables(data.resolve("rejects"), data.resolve("summaries"), data.resolve("codes"));
        }
    }

    /** A case system: the hub only reads. */
    public record Source(SftpServer server, String folder) {}

    /** A partner: the hub writes to {@code in} and reads from {@code out}. */
    public record Partner(SftpServer server, String in, String out) {}
}
