package se.utfall.publish;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** The embedded broker does not start, and why: locked journal, journal retention, an address without dead letters, a bad URL or password file. */
public final class BrokerRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;

    /** Stable codes, each with the text {@code broker.<code>} in the room's bundle. */
    public enum Code {
        JOURNAL_LOCKED,
        JOURNAL_RETENTION,
        NO_DEAD_LETTERS,
        BAD_URL,
        BAD_PASSWORD_FILE,
        ACCOUNT_CLASH,
        START_FAILED
    }

    private final Code code;
    private final String subject;

    BrokerRefusedException(Code code, String subject) {
        super(Messages.text(Locale.ENGLISH, "publish", "broker." + code, subject));
        this.code = code;
        this.subject = subject;
    }

    BrokerRefusedException(Code code, String subject, Throwable cause) {
        this(code, subject);
        initCause(cause);
    }

    public Code code() {
        return code;
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "publish", "broker." + code, subject);
    }
}
