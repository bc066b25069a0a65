package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers how many persons and which seed a data folder was begun with: another export into the same folder would not be the same demo. */
final class Played {
    private Played() {}

    static boolean same(DemoFolder folder, int persons, long seed) throws IOException {
        String now = "persons=" + persons + "\nseed=" + seed + "\n";
        Path file = folder.root().resolve("demo.properties");
        if (!Files.exists(file)) {
            Path made = file.resolveSibling("demo.properties.part");
            Files.writeString(made, now);
            Files.move(made, file);
        }
        return Files.readString(file).equals(now);
    }
}
