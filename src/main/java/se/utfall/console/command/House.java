package se.utfall.console.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.utfall.console.Users;
import se.utfall.flow.Rooms;
import se.utfall.retention.backup.Backups;

/** What the commands are given by the main class: the rooms for one act, or the whole hub. */
public interface House {
    /** The rooms without routes and broker, on the state that a running hub also uses. */
    Session open(Path config);

    /** Makes backups of the hub and lays them back. */
    Backups backups(Path config);

    /** Runs the hub until it is told to stop, and says so on {@code out}; the exit code. */
    int run(Path config, PrintWriter out);

    /** Plays the demo on {@code out}; the exit code. */
    int demo(DemoOptions options, PrintWriter out);

    /** Writes the files for an external broker by the configuration. */
    void brokerFiles(Path config, Path to) throws IOException;

    /** Measures one large delivery on {@code out}; the exit code. */
    int benchmark(BenchmarkOptions options, PrintWriter out) throws IOException;

    /**
     * How large the delivery is.
     *
     * @param data folder that is empty or not there
     */
    record BenchmarkOptions(int persons, int months, Path data) {}

    /**
     * How the demo is played.
     *
     * @param data folder for everything; kept and gone on with when it is there
     * @param exit end after the summary instead of waiting for Ctrl-C
     * @param database the hub's state store, when it is not to be a file in the folder
     * @param externalBroker the broker in a process of its own, with TLS; a folder begun so goes on so
     */
    record DemoOptions(
            int persons,
            long seed,
            Path data,
            boolean exit,
            String language,
            @Nullable DemoDatabase database,
            boolean externalBroker) {
        public DemoOptions(int persons, long seed, Path data, boolean exit, String language) {
            this(persons, seed, data, exit, language, null);
        }

        public DemoOptions(
                int persons, long seed, Path data, boolean exit, String language, @Nullable DemoDatabase database) {
            this(persons, seed, data, exit, language, database, false);
        }
    }

    /** The hub's state store in the demo, when it is not a file in its folder; with the names of the configuration. */
    record DemoDatabase(
            String url, @Nullable String user, @Nullable Path passwordFile) {}

    /** The rooms for one act. */
    record Session(Rooms rooms, Users users, AutoCloseable closing) implements AutoCloseable {
        @Override
        public void close() {
            try {
                closing.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
