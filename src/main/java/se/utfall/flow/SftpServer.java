package se.utfall.flow;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A counterpart's SFTP server as the hub reaches it: public key, pinned host key.
 *
 * @param poll time between two looks
 * @param still how long a file's size and time must have stood still before it is fetched
 */
public record SftpServer(
        String host, int port, String user, Path identity, Path knownHosts, Duration poll, Duration still) {
    String address() {
        return host + ":" + port;
    }
}
