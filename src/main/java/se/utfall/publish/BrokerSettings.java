package se.utfall.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The broker, the hub's own user and who may consume what.
 *
 * @param embedded start a durable Artemis in this JVM
 * @param url of the acceptor (embedded) or of the external broker, for example {@code tcp://127.0.0.1:61616}; accepts core/JMS, AMQP and STOMP
 * @param data the journal's folder (embedded)
 * @param user the hub's own user and the file with its password
 * @param purposes consumers by purpose
 */
public record BrokerSettings(
        boolean embedded,
        String url,
        @Nullable Path data,
        String user,
        Path passwordFile,
        Map<String, List<ConsumerAccount>> purposes) {

    /** A registered consumer: consume-only on its own queue {@code <purpose>.<name>}. */
    public record ConsumerAccount(String name, String user, Path passwordFile, boolean bulk) {}
}
