package se.utfall.demo.partner;

import java.nio.file.Path;

/** A file in {@code /in} as it looked when it lay still. */
record Look(Path file, String name, long size, long modified) {}
