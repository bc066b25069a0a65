package se.utfall.keys;

/** The secret is not there any more, by decision or because it never was. */
public final class SecretDestroyedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SecretDestroyedException(SecretId id) {
        super("no secret " + id);
    }
}
