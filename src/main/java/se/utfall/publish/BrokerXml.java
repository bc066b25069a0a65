package se.utfall.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** Writes a {@link BrokerLayout} as Artemis' {@code broker.xml}. Every name in it is of letters, digits and {@code . - _ : #}. */
final class BrokerXml {
    private static final Map<String, Predicate<Role>> RIGHTS =
            new TreeMap<>(Map.of("send", Role::isSend, "consume", Role::isConsume, "browse", Role::isBrowse));

    private BrokerXml() {}

    static String of(String url, Configuration configuration) {
        return resource("broker.xml")
                .replace("{{acceptor}}", acceptor(url))
                .replace("{{address-settings}}", settings(configuration))
                .replace("{{security-settings}}", rights(configuration))
                .replace("{{addresses}}", addresses(configuration));
    }

    static String resource(String name) {
        try (InputStream in = BrokerXml.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On every interface unless the hub reaches it by loopback. */
    private static String acceptor(String url) {
        URI uri = EmbeddedBroker.uri(url);
        String host = isLoopback(uri.getHost()) ? uri.getHost() : "0.0.0.0";
        return "tcp://" + host + ":" + uri.getPort();
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String settings(Configuration configuration) {
        return new TreeMap<>(configuration.getAddressSettings())
                .entrySet().stream().map(e -> setting(e.getKey(), e.getValue())).collect(Collectors.joining());
    }

    private static String setting(String match, AddressSettings setting) {
        return "      <address-setting match=\"" + match + "\">\n"
                + line("dead-letter-address", setting.getDeadLetterAddress())
                + line("expiry-address", setting.getExpiryAddress())
                + line("redelivery-delay", setting.getRedeliveryDelay())
                + line("redelivery-delay-multiplier", setting.getRedeliveryMultiplier())
                + line("max-redelivery-delay", setting.getMaxRedeliveryDelay())
                + line("max-delivery-attempts", setting.getMaxDeliveryAttempts())
                + line("max-size-bytes", setting.getMaxSizeBytes())
                + line("page-size-bytes", setting.getPageSizeBytes())
                + line("address-full-policy", setting.getAddressFullMessagePolicy())
                + line("auto-create-queues", setting.isAutoCreateQueues())
                + line("auto-delete-queues", setting.isAutoDeleteQueues())
                + line("auto-create-addresses", setting.isAutoCreateAddresses())
                + line("auto-delete-addresses", setting.isAutoDeleteAddresses())
                + "      </address-setting>\n";
    }

    private static String line(String element, Object value) {
        return "        <" + element + ">" + value + "</" + element + ">\n";
    }

    private static String rights(Configuration configuration) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(configuration.getSecurityRoles()).forEach((match, roles) -> {
            text.append("      <security-setting match=\"").append(match).append("\">\n");
            RIGHTS.forEach((right, has) -> text.append(permission(right, has, roles)));
            text.append("      </security-setting>\n");
        });
        return text.toString();
    }

    private static String permission(String right, Predicate<Role> has, Set<Role> roles) {
        String names = roles.stream().filter(has).map(Role::getName).sorted().collect(Collectors.joining(","));
        return names.isEmpty() ? "" : "        <permission type=\"" + right + "\" roles=\"" + names + "\"/>\n";
    }

    private static String addresses(Configuration configuration) {
        StringBuilder text = new StringBuilder();
        for (CoreAddressConfiguration address : configuration.getAddressConfigurations()) {
            RoutingType routing = address.getRoutingTypes().iterator().next();
            String kind = routing.name().toLowerCase(Locale.ROOT);
            text.append("      <address name=\"")
                    .append(address.getName())
                    .append("\">\n        <")
                    .append(kind)
                    .append(">\n");
            for (QueueConfiguration queue : address.getQueueConfigs()) {
                text.append("          <queue name=\"")
                        .append(queue.getName())
                        .append("\"><durable>true</durable></queue>\n");
            }
            text.append("        </").append(kind).append(">\n      </address>\n");
        }
        return text.toString();
    }
}
