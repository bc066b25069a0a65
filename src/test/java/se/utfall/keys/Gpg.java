package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** GnuPG with a home of its own: makes the keys that partners would make. */
final class Gpg implements AutoCloseable {
    private final Path home;

    Gpg(Path home) throws IOException {
        this.home = Files.createDirectories(home);
        PrivateFiles.makeFolder(home);
    }

    /** Runs at a pretended time, {@code yyyyMMddTHHmmss}. */
    String at(String time, String... arguments) throws IOException, InterruptedException {
        List<String> command = command(time);
        command.addAll(List.of("--batch", "--yes"));
        command.addAll(List.of(arguments));
        return run(command, "");
    }

    /** Runs a dialogue at the start of July 2025. */
    String answering(String answers, String... arguments) throws IOException, InterruptedException {
        List<String> command = command("20250701T000000");
        command.addAll(List.of("--command-fd", "0"));
        command.addAll(List.of(arguments));
        return run(command, answers);
    }

    private List<String> command(String time) {
        return new ArrayList<>(List.of(
                "gpg",
                "--homedir",
                home.toString(),
                "--quiet",
                "--no-tty",
                "--pinentry-mode",
                "loopback",
                "--passphrase",
                "",
                "--faked-system-time",
                time));
    }

    /** A key for certifying and signing; gives its fingerprint. */
    String newKey(String time, String name, String algorithm, String validity)
            throws IOException, InterruptedException {
        at(time, "--quick-generate-key", name, algorithm, "cert,sign", validity);
        return fingerprints(name).get(0);
    }

    List<String> fingerprints(String key) throws IOException, InterruptedException {
        return at("20260101T000000", "--with-colons", "--list-keys", key)
                .lines()
                .filter(line -> line.startsWith("fpr:"))
                .map(line -> line.split(":", -1)[9])
                .toList();
    }

    Path export(Path file, String key) throws IOException, InterruptedException {
        at("20260101T000000", "--armor", "--output", file.toString(), "--export", key);
        return file;
    }

    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.US_ASCII));
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as("%s", command).isZero();
        return out;
    }

    @Override
    public void close() throws IOException {
        try {
            run(List.of("gpgconf", "--homedir", home.toString(), "--kill", "gpg-agent"), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
