package se.utfall.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import se.utfall.demo.consumer.Consumer;

/** The consumer in a process of its own, as a downstream system would be. */
final class ConsumerProcess implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Process process;
    private final Path answer;

    private ConsumerProcess(Process process, Path answer) {
        this.process = process;
        this.answer = answer;
    }

    /** Starts it to read until each of the deliveries is complete. */
    static ConsumerProcess start(DemoFolder folder, Path home, String brokerUrl, String queue, List<String> deliveries)
            throws IOException {
        Path answer = folder.consumer().resolve("answer.json");
        endOrphan(folder.consumer().resolve("pid"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Consumer.class.getName(),
                        "--url",
                        brokerUrl,
                        "--user",
                        DemoConfig.CONSUMER,
                        "--password-file",
                        folder.password(DemoConfig.CONSUMER).toString(),
                        "--queue",
                        queue,
                        "--schema",
                        home.resolve("schemas/outcome-record.avsc").toString(),
                        "--state",
                        folder.consumer().toString(),
                        "--deliveries",
                        String.join(",", deliveries),
                        "--json")
                .redirectError(folder.consumer().resolve("consumer.log").toFile())
                .redirectOutput(answer.toFile())
                .start();
        Files.writeString(folder.consumer().resolve("pid"), identity(process.toHandle()));
        return new ConsumerProcess(process, answer);
    }

    /** A killed demo leaves its consumer alive; there is one at a time. Its command line is too long for the system to tell, its start is not. */
    static void endOrphan(Path pid) throws IOException {
        if (Files.exists(pid)) {
            String orphan = Files.readString(pid);
            ProcessHandle.allProcesses().filter(p -> identity(p).equals(orphan)).forEach(p -> {
                p.destroyForcibly();
                p.onExit().join();
            });
        }
    }

    /** Process number and start; the number alone may be another process's by now. */
    static String identity(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Instant::toString).orElse("");
    }

    boolean ended() {
        return !process.isAlive();
    }

    /** What it printed at its end; empty when it failed. */
    Optional<JsonNode> report() throws IOException {
        String text = Files.readString(answer, StandardCharsets.UTF_8);
        return process.exitValue() == 0 ? Optional.of(JSON.readTree(text)) : Optional.empty();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
