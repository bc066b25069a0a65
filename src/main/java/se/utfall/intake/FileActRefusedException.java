package se.utfall.intake;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** A decision on a file that cannot be made now; says why in words ({@code refusal.<code>}). Nothing was changed. */
public final class FileActRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final Code code;

    /** Why not. */
    public enum Code {
        /** The role {@code operate} is needed. */
        ROLE,
        /** The reason is none of the act's. */
        REASON,
        /** No such file. */
        UNKNOWN,
        /** The file does not wait for this. */
        NOT_NOW,
        /** What the file was set aside for can never be released. */
        NEVER,
        /** Another file was accepted under the name meanwhile: the first stands. */
        NAME_HELD,
        /** The sealed file cannot be read. */
        UNREADABLE
    }

    FileActRefusedException(Code code) {
        super(code.name());
        this.code = code;
    }

    public Code code() {
        return code;
    }

    @Override
    public boolean notFound() {
        return code == Code.UNKNOWN;
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "intake", "refusal." + code);
    }
}
