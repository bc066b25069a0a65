package se.utfall.store;

/** The database cannot be used: nothing was written. The cause may name hosts and statements and is not for showing. */
public final class StoreRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** No connection: address, user, password or file. */
        UNREACHABLE,
        /** It was made by another version of the hub, or changed by hand. */
        OTHER_SCHEMA,
        /** Its encoding is not UTF8. */
        ENCODING,
        /** It speaks of the archive of another data folder. */
        OTHER_FOLDER,
        /** Another hub works on it. */
        HELD,
        /** Another hub has taken this one's place since it lost its session. */
        REPLACED
    }

    private final Code code;

    StoreRefusedException(Code code) {
        super(code.name());
        this.code = code;
    }

    StoreRefusedException(Code code, Throwable cause) {
        super(code.name(), cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
