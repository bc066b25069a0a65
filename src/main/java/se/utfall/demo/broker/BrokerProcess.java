package se.utfall.demo.broker;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own that ends with the one that started it. A second start in the folder goes on with its journal. */
public final class BrokerProcess implements AutoCloseable {
    private static final String LOG = "broker.log";
    private static final String ERRORS = "broker.err";
    private final Process process;

    private BrokerProcess(Process process) {
        this.process = process;
    }

    /** Returns when it takes connections. The folder holds {@code broker.xml}, the files beside it and {@code broker.pem}. */
    public static BrokerProcess start(Path folder) throws IOException {
        Files.createDirectories(folder);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-Dutfall.log.to=file",
                        "-Dutfall.log=" + folder.resolve(LOG),
                        "-Dartemis.instance=" + folder,
                        "-Djava.security.auth.login.config=" + folder.resolve("login.config"),
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        folder.toString())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(ERRORS).toFile()))
                .start();
        BrokerProcess broker = new BrokerProcess(process);
        if (!broker.ready()) {
            broker.kill();
            throw new IOException("the broker in " + folder + " did not start; see " + LOG + " and " + ERRORS);
        }
        return broker;
    }

    private boolean ready() throws IOException {
        BufferedReader out = process.inputReader();
        String line = out.readLine();
        while (line != null && !line.equals(BrokerMain.READY)) {
            line = out.readLine();
        }
        return line != null;
    }

    /** As {@code kill -9} would. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}
