package se.utfall.publish;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** Addresses, queues, rights and dead letters of a broker's settings, written into Artemis' configuration. Nothing is created on demand. */
final class BrokerLayout {
    private static final int MAX_ATTEMPTS = 10;
    private static final long BYTES_IN_MEMORY = 16L << 20;
    private static final int PAGE_BYTES = 2 << 20;

    private final BrokerSettings settings;
    private final Configuration configuration;

    BrokerLayout(BrokerSettings settings, Configuration configuration) {
        this.settings = settings;
        this.configuration = configuration;
    }

    void apply() {
        setting("#", Addresses.DEAD, MAX_ATTEMPTS);
        dead(Addresses.DEAD);
        settings.purposes().forEach(this::purpose);
        Set<ConsumerAccount> consumers = new HashSet<>();
        settings.purposes().values().forEach(consumers::addAll);
        consumers.stream().map(c -> List.of(c.name(), c.user())).distinct().forEach(c -> control(c.get(0), c.get(1)));
    }

    private void purpose(String purpose, List<ConsumerAccount> consumers) {
        dead(Addresses.dead(purpose));
        for (String data : List.of(Addresses.records(purpose), Addresses.bulk(purpose))) {
            setting(data, Addresses.dead(purpose), MAX_ATTEMPTS);
            List<QueueConfiguration> queues = consumers.stream()
                    .filter(c -> Addresses.data(purpose, c).equals(data))
                    .map(c -> queue(Addresses.queue(purpose, c), data, RoutingType.MULTICAST))
                    .toList();
            address(data, RoutingType.MULTICAST, queues);
            configuration.putSecurityRoles(data, Set.of(send(settings.user())));
        }
        for (ConsumerAccount c : consumers) {
            String queue = Addresses.data(purpose, c) + "::" + Addresses.queue(purpose, c);
            configuration.putSecurityRoles(queue, Set.of(consume(c.user())));
        }
    }

    private void control(String consumer, String user) {
        anycast(Addresses.control(consumer));
        configuration.putSecurityRoles(Addresses.control(consumer), Set.of(send(settings.user()), consume(user)));
        anycast(Addresses.answers(consumer));
        configuration.putSecurityRoles(Addresses.answers(consumer), Set.of(send(user), consume(settings.user())));
    }

    private void dead(String address) {
        setting(address, Addresses.DEAD, -1);
        anycast(address);
        configuration.putSecurityRoles(address, Set.of(consume(settings.user())));
    }

    private void anycast(String address) {
        address(address, RoutingType.ANYCAST, List.of(queue(address, address, RoutingType.ANYCAST)));
    }

    private void address(String name, RoutingType routing, List<QueueConfiguration> queues) {
        configuration.addAddressConfiguration(new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(routing)
                .setQueueConfigs(queues));
    }

    private static QueueConfiguration queue(String name, String address, RoutingType routing) {
        return QueueConfiguration.of(name)
                .setAddress(address)
                .setRoutingType(routing)
                .setDurable(true)
                .setAutoDelete(false);
    }

    private void setting(String match, String deadLetters, int attempts) {
        AddressSettings address = new AddressSettings();
        address.setDeadLetterAddress(SimpleString.of(deadLetters));
        address.setExpiryAddress(SimpleString.of(deadLetters));
        address.setMaxDeliveryAttempts(attempts);
        address.setRedeliveryDelay(500);
        address.setRedeliveryMultiplier(2);
        address.setMaxRedeliveryDelay(60_000);
        address.setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
        address.setMaxSizeBytes(BYTES_IN_MEMORY);
        address.setPageSizeBytes(PAGE_BYTES);
        address.setAutoCreateAddresses(false);
        address.setAutoCreateQueues(false);
        address.setAutoDeleteAddresses(false);
        address.setAutoDeleteQueues(false);
        configuration.addAddressSetting(match, address);
    }

    private static Role send(String user) {
        return new Role(user, true, false, false, false, false, false, false, false, false, false, false, false);
    }

    private static Role consume(String user) {
        return new Role(user, false, true, false, false, false, false, false, true, false, false, false, false);
    }
}
