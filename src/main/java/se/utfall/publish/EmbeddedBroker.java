package se.utfall.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.publish.BrokerRefusedException.Code;
import se.utfall.store.ProcessLock;

/**
 * A durable broker in this JVM: core/JMS, AMQP 1.0 and STOMP on one TCP port, a synced journal, no anonymous user, dead letters for every address. A message it
 * confirmed survives {@code kill -9}. One per journal folder; a second one is refused at once.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int BUFFER_TIMEOUT_NANOS = 100_000;
    private static final long LOCK_WAIT_MILLIS = 5_000;
    private static final long MIN_DISK_FREE = 200L << 20;

    private final ProcessLock lock;
    private final EmbeddedActiveMQ broker;

    private EmbeddedBroker(ProcessLock lock, EmbeddedActiveMQ broker) {
        this.lock = lock;
        this.broker = broker;
    }

    /** Returns when the port answers and every registered consumer's queue exists. */
    public static EmbeddedBroker start(BrokerSettings settings) {
        Configuration configuration = configuration(settings);
        Accounts accounts = Accounts.of(settings);
        ProcessLock lock = lock(folder(settings));
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ();
        artemis.setConfiguration(configuration).setSecurityManager(accounts);
        EmbeddedBroker broker = new EmbeddedBroker(lock, artemis);
        try {
            artemis.start();
            broker.checkActive(settings.url());
            broker.checkPolicies();
        } catch (BrokerRefusedException e) {
            broker.close();
            throw e;
        } catch (Exception e) {
            broker.close();
            throw new BrokerRefusedException(Code.START_FAILED, settings.url(), e);
        }
        LOG.info(
                "broker started at {} for {} purposes",
                settings.url(),
                settings.purposes().size());
        return broker;
    }

    /** The broker's own lock would make a second hub wait without a word. */
    private static ProcessLock lock(Path folder) {
        ProcessLock lock = ProcessLock.take(folder)
                .orElseThrow(() -> new BrokerRefusedException(Code.JOURNAL_LOCKED, folder.toString()));
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lock;
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            LOG.warn("broker did not stop cleanly", e);
        } finally {
            lock.close();
        }
    }

    /** For tests and metrics. */
    ActiveMQServer server() {
        return broker.getActiveMQServer();
    }

    /** Artemis logs a port in use and starts without it. */
    private void checkActive(String url) throws InterruptedException {
        ActiveMQServer server = server();
        boolean active = server.waitForActivation(LOCK_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        Acceptor acceptor = active ? server.getRemotingService().getAcceptor("tcp") : null;
        if (acceptor == null || !acceptor.isStarted()) {
            throw new BrokerRefusedException(Code.START_FAILED, url);
        }
    }

    /** What lies in the journal or came by system property counts, not only what we configured. */
    private void checkPolicies() {
        ActiveMQServer server = server();
        String retention = server.getConfiguration().getJournalRetentionDirectory();
        if (retention != null) {
            throw new BrokerRefusedException(Code.JOURNAL_RETENTION, retention);
        }
        for (SimpleString address : server.getPostOffice().getAddresses()) {
            boolean dead = server.getAddressSettingsRepository()
                            .getMatch(address.toString())
                            .getDeadLetterAddress()
                    != null;
            if (!dead) {
                throw new BrokerRefusedException(Code.NO_DEAD_LETTERS, address.toString());
            }
        }
    }

    private static Configuration configuration(BrokerSettings settings) {
        Configuration configuration = new ConfigurationImpl();
        configuration.setName("utfall");
        configuration.addAcceptorConfiguration(acceptor(settings.url()));
        journal(configuration, folder(settings));
        configuration.setSecurityEnabled(true);
        configuration.setClusterPassword(UUID.randomUUID().toString());
        configuration.setJMXManagementEnabled(false);
        configuration.setGlobalMaxSizePercentOfJvmMaxMemory(25);
        new BrokerLayout(settings, configuration).apply();
        return configuration;
    }

    private static void journal(Configuration configuration, Path folder) {
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalBufferTimeout_NIO(BUFFER_TIMEOUT_NANOS);
        configuration.setJournalLockAcquisitionTimeout(LOCK_WAIT_MILLIS);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setMinDiskFree(MIN_DISK_FREE);
        configuration.setPersistIDCache(true);
    }

    private static TransportConfiguration acceptor(String url) {
        URI uri = uri(url);
        return new TransportConfiguration(
                NettyAcceptorFactory.class.getName(),
                Map.of(
                        TransportConstants.HOST_PROP_NAME, uri.getHost(),
                        TransportConstants.PORT_PROP_NAME, uri.getPort(),
                        TransportConstants.PROTOCOLS_PROP_NAME, "CORE,AMQP,STOMP"),
                "tcp");
    }

    static URI uri(String url) {
        try {
            URI uri = URI.create(url);
            if ("tcp".equals(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new BrokerRefusedException(Code.BAD_URL, url, e);
        }
        throw new BrokerRefusedException(Code.BAD_URL, url);
    }

    private static Path folder(BrokerSettings settings) {
        return Objects.requireNonNull(settings.data(), "the embedded broker's folder");
    }
}
