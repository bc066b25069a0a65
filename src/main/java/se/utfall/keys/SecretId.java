package se.utfall.keys;

/**
 * Names a secret: one per order, one per purpose, and the hub's own.
 *
 * @param name 1 to 64 of {@code A-Z a-z 0-9 . _ -}, because it names a file
 */
public record SecretId(Kind kind, String name) {
    public SecretId {
        if (!name.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException("expected a secret's name of 1 to 64 letters, digits, dots, dashes");
        }
    }

    /** What a secret is for. */
    public enum Kind {
        HUB,
        ORDER,
        PURPOSE
    }

    public static SecretId hub(String name) {
        return new SecretId(Kind.HUB, name);
    }

    public static SecretId order(String order) {
        return new SecretId(Kind.ORDER, order);
    }

    public static SecretId purpose(String purpose) {
        return new SecretId(Kind.PURPOSE, purpose);
    }

    @Override
    public String toString() {
        return kind + "." + name;
    }
}
