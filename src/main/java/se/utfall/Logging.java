package se.utfall;

import java.nio.file.Path;

/** Says where the log goes, before anything has written to it. */
final class Logging {
    private Logging() {}

    /** A command's own output is what the user asked for; the log says only what went wrong. */
    static void warningsOnly() {
        System.setProperty("utfall.log.level", "warn");
    }

    static void toFile(Path file) {
        System.setProperty("utfall.log", file.toString());
        System.setProperty("utfall.log.to", "file");
    }
}
