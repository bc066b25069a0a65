package se.utfall.exchange;

import java.nio.file.Path;

/** A sealed and signed package on its way out: the file's bytes never change, so sending it again is harmless. */
public record SealedPackage(String id, String partner, String fileName, Path file, long bytes, String sha256) {}
