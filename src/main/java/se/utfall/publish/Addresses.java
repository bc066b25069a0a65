package se.utfall.publish;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.utfall.publish.BrokerSettings.ConsumerAccount;

/** Names of addresses and queues: contract, section 3. */
final class Addresses {
    /** Where undeliverable messages of everything that is not a purpose's end. */
    static final String DEAD = "utfall.DLQ";

    private Addresses() {}

    static String records(String purpose) {
        return "utfall." + purpose + ".v1";
    }

    static String bulk(String purpose) {
        return "utfall." + purpose + ".bulk.v1";
    }

    static String dead(String purpose) {
        return records(purpose) + ".DLQ";
    }

    /** The consumer's address for data: bulk or one record per message. */
    static String data(String purpose, ConsumerAccount consumer) {
        return consumer.bulk() ? bulk(purpose) : records(purpose);
    }

    static String queue(String purpose, ConsumerAccount consumer) {
        return purpose + "." + consumer.name() + (consumer.bulk() ? ".bulk" : "");
    }

    /** The queues of that address by settings. */
    static Set<String> queues(String address, String purpose, List<ConsumerAccount> consumers) {
        return consumers.stream()
                .filter(c -> data(purpose, c).equals(address))
                .map(c -> queue(purpose, c))
                .collect(Collectors.toSet());
    }

    /** Hub to consumer. */
    static String control(String consumer) {
        return "kontroll." + consumer;
    }

    /** Consumer to hub. */
    static String answers(String consumer) {
        return control(consumer) + ".svar";
    }
}
