package se.utfall.retention.backup;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** A backup that cannot be made or laid back; nothing was changed, unless the code says so. The words are in the bundle ({@code backup.<code>}). */
public final class BackupRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Code {
        /** The configuration names no passphrase or no place for the secrets' copy. */
        NOT_CONFIGURED,
        /** There is a file of that name. */
        EXISTS,
        /** There is no file of that name. */
        NO_FILE,
        /** Files kept vanishing while they were copied. */
        RESTLESS,
        /** No backup of this hub's making. */
        OTHER_FILE,
        /** The passphrase is another. */
        OTHER_KEY,
        /** The file is cut. */
        TRUNCATED,
        /** The file was altered. */
        ALTERED,
        /** It was made by a later version. */
        OTHER_SCHEMA,
        /** A hub works on the folder. */
        HELD,
        /** There is a hub there already. */
        NOT_EMPTY,
        /** There are no secrets here, and no copy of them. */
        NO_SECRETS,
        /** Some of the secrets that it needs are neither here nor destroyed. */
        SECRETS_MISSING,
        /** The secrets here are of another root key. */
        OTHER_ROOT,
        /** On a new machine the list of disposals must be given. */
        DISPOSALS_NEEDED,
        /** The list of disposals does not read. */
        DISPOSALS_UNREADABLE,
        /** A restore was cut short: it must be carried on before anything else. */
        UNFINISHED
    }

    private final Code code;
    private final String subject;

    public BackupRefusedException(Code code, String subject) {
        super(code + ": " + subject);
        this.code = code;
        this.subject = subject;
    }

    public Code code() {
        return code;
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "retention", "backup." + code, subject) + "\n  (" + code + ")";
    }
}
