package se.utfall.publish;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** Settings and connections for tests: purpose {@code uppfoljning} with two consumers, {@code annat} with one that takes blocks. */
final class Brokers {
    static final String PURPOSE = "uppfoljning";
    static final String BULK_PURPOSE = "annat-bruk";

    private Brokers() {}

    static BrokerSettings settings(Path folder) throws IOException {
        Path hub = password(folder, "hub");
        return new BrokerSettings(
                true,
                "tcp://127.0.0.1:" + freePort(),
                folder.resolve("broker"),
                "hub",
                hub,
                Map.of(
                        PURPOSE, List.of(account(folder, "analys", false), account(folder, "rapport", false)),
                        BULK_PURPOSE, List.of(account(folder, "lager", true))));
    }

    /** One consumer of records and one of blocks for the same purpose. */
    static BrokerSettings bothForms(Path folder) throws IOException {
        BrokerSettings base = settings(folder);
        return new BrokerSettings(
                true,
                base.url(),
                base.data(),
                base.user(),
                base.passwordFile(),
                Map.of(PURPOSE, List.of(account(folder, "analys", false), account(folder, "lager", true))));
    }

    static Connection connect(BrokerSettings settings, String user) throws JMSException {
        return connect(settings, user, "secret-" + user);
    }

    static Connection connect(BrokerSettings settings, String user, String password) throws JMSException {
        Connection connection = new ActiveMQConnectionFactory(settings.connectUrl()).createConnection(user, password);
        connection.start();
        return connection;
    }

    private static ConsumerAccount account(Path folder, String name, boolean bulk) {
        return new ConsumerAccount(name, name, password(folder, name), bulk);
    }

    static Path password(Path folder, String user) {
        try {
            return Files.writeString(folder.resolve(user + ".password"), "secret-" + user + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
