package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.utfall.console.command.House.DemoDatabase;

/** Remembers which database a demo was begun on, as the block of the configuration: going on in the folder is going on there. */
final class DemoStore {
    private DemoStore() {}

    /** Whether the demo of this folder is on that database; with {@code null} it is on the one it was begun on. */
    static boolean same(DemoFolder folder, @Nullable DemoDatabase database) throws IOException {
        Path file = folder.root().resolve("demo-database.yaml");
        String now = database == null ? "" : block(database);
        if (!Files.exists(file)) {
            Path made = file.resolveSibling("demo-database.yaml.part");
            Files.writeString(made, now);
            Files.move(made, file);
        }
        return database == null || Files.readString(file).equals(now);
    }

    /** The configuration's lines; none for the SQLite file in the hub's folder. */
    static String lines(DemoFolder folder) throws IOException {
        Path file = folder.root().resolve("demo-database.yaml");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    private static String block(DemoDatabase database) {
        String user = database.user() == null ? "" : "  user: " + quoted(database.user()) + "\n";
        Path file = database.passwordFile();
        String password = file == null
                ? ""
                : "  passwordFile: " + quoted(file.toAbsolutePath().toString()) + "\n";
        return "\ndatabase:\n  url: " + quoted(database.url()) + "\n" + user + password;
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
