package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Where everything of a demo lies: the counterparts' servers, the hub's own folders, passwords and the consumer's memory. */
record DemoFolder(Path root) {
    DemoFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** As the case system's login folder. */
    Path caseSystem() {
        return root.resolve("case-system");
    }

    /** As SCB's login folder. */
    Path scb() {
        return root.resolve("scb");
    }

    /** What the stand-in SCB remembers. */
    Path scbMemory() {
        return root.resolve("scb-memory");
    }

    /** As IFAU's login folder. */
    Path ifau() {
        return root.resolve("ifau");
    }

    /** What the stand-in IFAU remembers. */
    Path ifauMemory() {
        return root.resolve("ifau-memory");
    }

    Path hub() {
        return root.resolve("hub");
    }

    /** Apart from the hub's data, as it should be. */
    Path secrets() {
        return root.resolve("hub-secrets");
    }

    /** Of a broker in a process of its own: its files and journal. */
    Path broker() {
        return root.resolve("broker");
    }

    Path consumer() {
        return root.resolve("consumer");
    }

    /** The hub's log while the demo runs. */
    Path log() {
        return root.resolve("utfall.log");
    }

    Path config() {
        return root.resolve("utfall.yaml");
    }

    Path knownHosts(String counterpart) {
        return root.resolve("known_hosts").resolve(counterpart);
    }

    /** A random password, made at first asking and kept in a file of its own. */
    Path password(String whose) throws IOException {
        Path file = Files.createDirectories(root.resolve("passwords")).resolve(whose);
        if (!Files.exists(file)) {
            byte[] random = new byte[18];
            new SecureRandom().nextBytes(random);
            Path made = file.resolveSibling(whose + ".part");
            Files.writeString(made, Base64.getUrlEncoder().encodeToString(random));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
            Files.move(made, file);
        }
        return file;
    }

    void make() throws IOException {
        Files.createDirectories(caseSystem().resolve("export"));
        Files.createDirectories(scb().resolve("in"));
        Files.createDirectories(scb().resolve("out"));
        Files.createDirectories(scbMemory());
        Files.createDirectories(ifau().resolve("in"));
        Files.createDirectories(ifau().resolve("out"));
        Files.createDirectories(ifauMemory());
        Files.createDirectories(consumer());
        Files.createDirectories(broker());
        Files.createDirectories(knownHosts("scb").resolveSibling(""));
    }
}
