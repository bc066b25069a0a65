package se.utfall.demo.consumer;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says.
 *
 * @param queue {@code address::queue}
 * @param schema the outcome record's schema file
 * @param state folder of the consumer's database
 * @param untilBatches leave when so many batches are complete; 0 for never
 * @param deliveries leave when each of these deliveries has a complete batch; empty for never
 * @param idleSeconds leave when nothing came for so long; 0 for never
 * @param retrySeconds give up when the broker did not answer for so long
 */
record Arguments(
        String url,
        String user,
        Path passwordFile,
        String queue,
        Path schema,
        Path state,
        int untilBatches,
        Set<String> deliveries,
        int idleSeconds,
        int retrySeconds,
        boolean json) {

    static final String USAGE = "consumer --url tcp://host:port --user <name> --password-file <file>"
            + " --queue <address::queue> --schema <outcome-record.avsc> --state <folder>"
            + " [--until-batches <n>] [--deliveries <id,id>] [--idle-seconds <n>] [--retry-seconds <n>] [--json]";

    /** Throws {@link IllegalArgumentException} that says what is missing. */
    static Arguments parse(String... args) {
        Map<String, String> values = new HashMap<>();
        boolean json = false;
        for (int i = 0; i < args.length; i++) {
            if ("--json".equals(args[i])) {
                json = true;
            } else if (args[i].startsWith("--") && i + 1 < args.length) {
                values.put(args[i], args[++i]);
            } else {
                throw new IllegalArgumentException("unexpected " + args[i]);
            }
        }
        Arguments parsed = new Arguments(
                required(values, "--url"),
                required(values, "--user"),
                Path.of(required(values, "--password-file")),
                required(values, "--queue"),
                Path.of(required(values, "--schema")),
                Path.of(required(values, "--state")),
                number(values.remove("--until-batches"), 0),
                set(values.remove("--deliveries")),
                number(values.remove("--idle-seconds"), 0),
                number(values.remove("--retry-seconds"), 120),
                json);
        if (!values.isEmpty()) {
            throw new IllegalArgumentException("unknown " + values.keySet());
        }
        return parsed;
    }

    private static String required(Map<String, String> values, String name) {
        String value = values.remove(name);
        if (value == null) {
            throw new IllegalArgumentException("missing " + name);
        }
        return value;
    }

    private static int number(@Nullable String value, int otherwise) {
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static Set<String> set(@Nullable String value) {
        return value == null ? Set.of() : Set.of(value.split(",", -1));
    }
}
