package se.utfall.publish;

/** The broker did not take a message or cannot be reached; the position stands where it last confirmed, and the next attempt goes on from there. */
public final class BrokerUnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokerUnreachableException(String where, Throwable cause) {
        super(where + ": " + cause.getClass().getSimpleName(), cause);
    }
}
