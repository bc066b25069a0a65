package se.utfall.dataset;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.worker.Answers;
import se.utfall.dataset.worker.Ending;
import se.utfall.dataset.worker.Job;
import se.utfall.dataset.worker.RowWriter;
import se.utfall.dataset.worker.Worker;

/**
 * The child JVM: one job, one process, so that a crash in native code takes nothing with it. No dumps, no attaching, no environment; nothing of the data on its
 * command line; what it says besides its answers is thrown away.
 */
final class WorkerProcess implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "-Xmx64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-HeapDumpOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisableAttachMechanism",
            "-XX:-UsePerfData",
            "-Dfile.encoding=UTF-8",
            "-Djava.awt.headless=true");
    private static final int NATIVE_ACCESS_ASKED = 24;
    private static final long SECONDS_TO_DIE = 30;

    private final Process process;
    private final RowWriter rows;

    /** @param scratch a private folder; the engine's library is unpacked and what does not fit in memory is spilt there */
    WorkerProcess(Job job, Path scratch) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(scratch));
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("CLASSPATH", classPath());
        builder.directory(scratch.toFile());
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        process = builder.start();
        rows = new RowWriter(process.getOutputStream(), job);
    }

    private static List<String> command(Path scratch) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Stream<String> nativeAccess = Runtime.version().feature() >= NATIVE_ACCESS_ASKED
                ? Stream.of("--enable-native-access=ALL-UNNAMED")
                : Stream.empty();
        return Stream.of(
                        Stream.of(java),
                        OPTIONS.stream(),
                        nativeAccess,
                        Stream.of("-Djava.io.tmpdir=" + scratch, Worker.class.getName()))
                .flatMap(s -> s)
                .toList();
    }

    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A broken pipe means that the worker died: {@link #answers} says of what. */
    void write(@Nullable Object[] row) {
        try {
            rows.write(row);
        } catch (IOException e) {
            throw failed();
        }
    }

    /** Says that this was all, waits for the files and answers. */
    Answers answers() {
        Answers answers;
        try {
            rows.end();
            answers = Answers.read(process.getInputStream());
        } catch (IOException e) {
            throw failed();
        }
        Ending ending = ending();
        if (ending != Ending.DONE || answers.rows() != rows.rows()) {
            throw new WorkerFailedException(ending);
        }
        return answers;
    }

    private WorkerFailedException failed() {
        Ending ending = ending();
        return new WorkerFailedException(ending == Ending.DONE ? Ending.OTHER : ending);
    }

    private Ending ending() {
        try {
            if (!process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            return Ending.of(process.exitValue());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            return Ending.KILLED;
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Never leaves a process behind. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            ending();
        }
    }
}
