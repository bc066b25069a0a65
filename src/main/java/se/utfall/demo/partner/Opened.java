package se.utfall.demo.partner;

import java.util.List;

/** A decrypted message whose signature is the hub's; only in memory. */
final class Opened {
    private final byte[] content;
    private final List<String> oddities;

    Opened(byte[] content, List<String> oddities) {
        this.content = content;
        this.oddities = List.copyOf(oddities);
    }

    byte[] content() {
        return content;
    }

    /** What the hub's message has that the contract does not let the hub write; empty when all is well. */
    List<String> oddities() {
        return oddities;
    }
}
