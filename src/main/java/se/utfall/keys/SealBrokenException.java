package se.utfall.keys;

/** A sealed value was altered, cut, moved to another context or sealed under another key. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(Throwable cause) {
        super("a sealed value does not open", cause);
    }
}
