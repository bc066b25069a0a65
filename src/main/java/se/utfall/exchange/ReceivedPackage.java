package se.utfall.exchange;

import java.nio.file.Path;

/** A package as it came, not yet opened. */
public record ReceivedPackage(String id, String partner, PackageName name, Path file, String sha256) {
    String label() {
        return name.label(partner);
    }
}
