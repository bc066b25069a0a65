package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.docker.Compose;
import se.utfall.keys.ExampleKeys;

/** What {@code docker/prepare} makes is all that compose wants, stays when it runs again, and opens in the hub. */
@Tag("peer")
@Tag("openssh")
@Tag("gpg")
class DockerPrepareTest {
    @TempDir
    Path folder;

    @Test
    void makesOnceWhatTheHubAndItsPeersNeed() throws Exception {
        Path prepared = folder.resolve("prepared");

        prepare(prepared);

        Compose compose = Compose.read();
        for (String service : compose.services().keySet()) {
            compose.files(service)
                    .values()
                    .forEach(file -> assertThat(folder.resolve(file)).isNotEmptyFile());
        }
        assertThat(mode(prepared)).isEqualTo("rwx------");
        assertThat(files(prepared))
                .allSatisfy((name, content) ->
                        assertThat(mode(prepared.resolve(name))).isEqualTo("r--r--r--"));
        opens(compose, prepared);

        Map<String, String> before = files(prepared);
        FileTime made = Files.getLastModifiedTime(prepared.resolve("hub.secret.asc"));
        prepare(prepared);
        assertThat(files(prepared)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(prepared.resolve("hub.secret.asc")))
                .isEqualTo(made);
    }

    private void opens(Compose compose, Path prepared) throws IOException {
        String text = Files.readString(prepared.resolve("utfall.yaml"));
        for (Map.Entry<String, String> file : compose.files("hub").entrySet()) {
            text = text.replaceAll(
                    file.getKey() + "(?![a-z.-])",
                    folder.resolve(file.getValue()).toString());
        }
        Settings settings = SettingsFile.read(Files.writeString(folder.resolve("moved.yaml"), text));
        assertThat(Assembly.keys(settings).holdsExampleKey()).isFalse();
        assertThat(ExampleKeys.hasSsh(prepared.resolve("hub-to-scb"))).isFalse();
    }

    private void prepare(Path prepared) throws IOException, InterruptedException {
        Path log = folder.resolve("log");
        Process process = new ProcessBuilder("docker/prepare", prepared.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> files(Path prepared) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(prepared)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return files;
    }
}
