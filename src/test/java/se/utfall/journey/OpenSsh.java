package se.utfall.journey;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import se.utfall.demo.Servers;

/** Real OpenSSH servers, each a process with its own configuration, showing one folder to the user who runs the tests. */
final class OpenSsh implements Servers {
    private final Path folder;

    OpenSsh(Path folder) {
        this.folder = folder;
    }

    @Override
    public String login() {
        return System.getProperty("user.name");
    }

    @Override
    public Server start(String name, Path root, Path hostKey, Path authorisedKey, int port) throws IOException {
        Path home = Files.createDirectories(folder.resolve("sshd-" + name));
        Path key = home.resolve("host-key");
        Files.copy(hostKey, key);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Path authorised = Files.copy(authorisedKey, home.resolve("authorised"));
        Path config = Files.write(home.resolve("sshd_config"), configuration(port, key, authorised, root));
        Files.createDirectories(Path.of("/run/sshd"));
        Process process = new ProcessBuilder("/usr/sbin/sshd", "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("log").toFile())
                .start();
        await().until(() -> answers(port));
        return new Server() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                process.destroy();
                process.onExit().join();
            }
        };
    }

    private static List<String> configuration(int port, Path key, Path authorised, Path root) {
        return List.of(
                "Port " + port,
                "ListenAddress 127.0.0.1",
                "HostKey " + key,
                "AuthorizedKeysFile " + authorised,
                "StrictModes no",
                "PasswordAuthentication no",
                "KbdInteractiveAuthentication no",
                "PermitRootLogin prohibit-password",
                "UsePAM no",
                "PidFile none",
                "AllowTcpForwarding no",
                "Subsystem sftp internal-sftp -d " + root,
                "ForceCommand internal-sftp -d " + root);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
