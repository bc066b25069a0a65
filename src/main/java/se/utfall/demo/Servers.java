package se.utfall.demo;

import java.io.IOException;
import java.nio.file.Path;
import se.utfall.demo.server.SftpStandIn;

/** Where the counterparts' SFTP servers come from: stand-ins in this process, or real ones. */
public interface Servers {
    /** Stand-ins in this process. */
    Servers EMBEDDED = new Servers() {
        @Override
        public String login() {
            return "utfall";
        }

        @Override
        public Server start(String name, Path root, Path hostKey, Path authorisedKey, int port) throws IOException {
            SftpStandIn server = SftpStandIn.start(name, root, hostKey, authorisedKey, login(), port);
            return new Server() {
                @Override
                public int port() {
                    return server.port();
                }

                @Override
                public void close() throws IOException {
                    server.close();
                }
            };
        }
    };

    /** A server that runs. */
    interface Server extends AutoCloseable {
        int port();

        @Override
        void close() throws IOException;
    }

    /** The user that may log in. */
    String login();

    /**
     * Starts a server on loopback that shows {@code root} to its user.
     *
     * @param hostKey OpenSSH private key file; its public part beside it with {@code .pub}
     * @param authorisedKey the only public key that may log in
     */
    Server start(String name, Path root, Path hostKey, Path authorisedKey, int port) throws IOException;
}
