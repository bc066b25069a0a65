package se.utfall.keys;

/** A file under a passphrase that cannot be used: nothing of it was given to anybody as whole. */
public final class LockedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** It does not begin as such a file, or was made for another use. */
        OTHER_FILE,
        /** The passphrase is another, or its head was altered. */
        OTHER_KEY,
        /** It is shorter than when it was written. */
        TRUNCATED,
        /** It has its length, and other bytes than were written. */
        ALTERED
    }

    private final Code code;

    LockedFileException(Code code) {
        super(code.name());
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
