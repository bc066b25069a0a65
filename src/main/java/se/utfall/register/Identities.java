package se.utfall.register;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import se.utfall.keys.KeyedHash;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.keys.ValueSeal;
import se.utfall.person.NumberReading;
import se.utfall.person.PersonalNumber;
import se.utfall.person.PersonalNumbers;

/** What a personal number is in the database: a keyed hash to find it by, and the number sealed under another key, bound to that hash. */
final class Identities {
    private static final SecretId SECRET = SecretId.hub("register");
    private static final int KEY = 32;
    /** Twelve digits name their century; any day after every possible birth will do. */
    private static final LocalDate ANY_DAY = LocalDate.of(2099, 12, 31);

    private final KeyedHash numbers;
    private final KeyedHash rows;
    private final ValueSeal seal;

    Identities(SecretStore secrets) {
        secrets.ensure(SECRET);
        numbers = new KeyedHash(secrets.derive(SECRET, "number-hash", KEY));
        rows = new KeyedHash(secrets.derive(SECRET, "row-key", KEY));
        seal = new ValueSeal(secrets.derive(SECRET, "number-seal", KEY));
    }

    byte[] hash(PersonalNumber number) {
        return numbers.of(bytes(number.digits()));
    }

    /** For rows whose own key holds a number. */
    String rowKey(Fact fact) {
        return HexFormat.of().formatHex(rows.of(bytes(fact.key())));
    }

    byte[] seal(PersonalNumber number, byte[] hash) {
        return seal.seal(bytes(number.digits()), hash);
    }

    PersonalNumber open(byte[] sealed, byte[] hash) {
        String digits = new String(seal.open(sealed, hash), StandardCharsets.US_ASCII);
        if (PersonalNumbers.read(digits, ANY_DAY, false) instanceof NumberReading.Read read) {
            return read.number();
        }
        throw new IllegalStateException("a sealed number is no longer a number");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
