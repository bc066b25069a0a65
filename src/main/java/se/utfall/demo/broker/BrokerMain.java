package se.utfall.demo.broker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;

/** Runs the broker of {@code broker.xml} on its class path until its input ends, as it does when whoever started it dies. Exit 1: it did not start. */
public final class BrokerMain {
    static final String READY = "ready";

    private BrokerMain() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
        artemis.setConfigResourcePath(Path.of(args[0], "broker.xml").toUri().toString());
        artemis.setSecurityManager(new ActiveMQJAASSecurityManager("activemq"));
        boolean up = false;
        try {
            artemis.start();
            up = listens(artemis.getActiveMQServer());
            if (up) {
                out.println(READY);
                awaitEndOfInput();
            }
        } finally {
            artemis.stop();
        }
        System.exit(up ? 0 : 1);
    }

    /** Artemis logs a port in use or a bad certificate and starts without the acceptor. */
    private static boolean listens(ActiveMQServer server) {
        Acceptor acceptor = server.getRemotingService().getAcceptor("tls");
        return server.isActive() && acceptor != null && acceptor.isStarted();
    }

    private static void awaitEndOfInput() throws IOException {
        while (System.in.read() >= 0) {
            // nothing is said to it
        }
    }
}
