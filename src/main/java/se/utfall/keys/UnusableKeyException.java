package se.utfall.keys;

/** A key may not be used; the code says why (KEY_EXPIRED, KEY_REVOKED, KEY_MISSING). Names the fingerprint. */
public final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    public UnusableKeyException(String code, String fingerprint) {
        super(code + " " + fingerprint);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
