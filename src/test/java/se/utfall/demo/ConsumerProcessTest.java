package se.utfall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsumerProcessTest {
    @TempDir
    Path folder;

    /** A class path of many jars makes a command line longer than the system hands out. */
    private static Process longLived() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path") + ":/nowhere".repeat(1_000),
                        Sleeper.class.getName())
                .start();
    }

    /** Waits until it is ended. */
    static final class Sleeper {
        public static void main(String[] args) throws InterruptedException {
            TimeUnit.MINUTES.sleep(5);
        }
    }

    @Test
    void endsTheConsumerOfADemoThatWasKilled() throws Exception {
        Process orphan = longLived();
        Path pid = Files.writeString(folder.resolve("pid"), ConsumerProcess.identity(orphan.toHandle()));

        ConsumerProcess.endOrphan(pid);

        assertThat(orphan.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesAnotherProcessWithItsNumberAlone() throws IOException {
        Process other = longLived();
        try {
            ConsumerProcess.endOrphan(Files.writeString(folder.resolve("pid"), other.pid() + " 2020-01-01T00:00:00Z"));

            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }
}
