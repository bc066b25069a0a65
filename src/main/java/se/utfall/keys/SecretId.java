package se.utfall.keys;

/** Names a secret: one per order, one per purpose, and the hub's own. */
public record SecretId(Kind kind, String name) {
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
}
