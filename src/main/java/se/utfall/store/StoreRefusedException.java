package se.utfall.store;

/** The database cannot be used: nothing was written. The cause may name hosts and statements and is not for showing. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** No connection: address, user, password or file. */
        UNREACHABLE,
        /** It was made by another version of the hub, or changed by hand. */
        OTHER_SCHEMA
    }

    private final Code code;

    StoreRefusedException(Code code, Throwable cause) {
        super(code.name(), cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
