package se.utfall.linkage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import se.utfall.keys.KeyedHash;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.order.OrderId;
import se.utfall.outcome.PersonKey;
import se.utfall.outcome.SourceRegister;

/**
 * Pseudonyms under the purpose's secret, record ids and groups under the order's (contract 3). None can be walked back to a person without these secrets;
 * destroyed secrets throw {@link se.utfall.keys.SecretDestroyedException}.
 */
final class Identities {
    static final int KEY_VERSION = 1;
    private static final int KEY_LENGTH = 32;
    private static final int GROUPS = 64;

    private final KeyedHash pseudonyms;
    private final KeyedHash records;
    private final String purpose;

    Identities(SecretStore secrets, OrderId order, String purpose) {
        SecretId ofPurpose = SecretId.purpose(purpose);
        secrets.ensure(ofPurpose);
        this.pseudonyms = new KeyedHash(secrets.derive(ofPurpose, "pseudonym-v01", KEY_LENGTH));
        this.records = new KeyedHash(secrets.derive(SecretId.order(order.value()), "record-id", KEY_LENGTH));
        this.purpose = purpose;
    }

    /** The same for a person within purpose and key version. */
    String pseudonym(PersonKey person) {
        return PseudonymCode.of(KEY_VERSION, pseudonyms.of(person.bytes()));
    }

    /** 0 to 63, the same for all records of a person within order and purpose. */
    int group(PersonKey person) {
        return (records.of(message('P', person, "", 0))[0] & 0xff) % GROUPS;
    }

    /** UUID version 8: stable for person, register and period within order and purpose. */
    UUID recordId(PersonKey person, SourceRegister register, int monthIndex) {
        ByteBuffer hash = ByteBuffer.wrap(records.of(message('R', person, register.name(), monthIndex)));
        long high = (hash.getLong() & ~0xF000L) | 0x8000L;
        long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private byte[] message(char kind, PersonKey person, String register, int monthIndex) {
        byte[] names = (purpose + '/' + register).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(1 + PersonKey.LENGTH + Integer.BYTES + names.length)
                .put((byte) kind)
                .put(person.bytes())
                .putInt(monthIndex)
                .put(names)
                .array();
    }
}
