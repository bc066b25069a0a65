package se.utfall.console;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** A task that cannot be closed by hand; says why and what to do instead ({@code task.refused.<code>}). */
public final class TaskRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final Code code;

    /** Why not. */
    public enum Code {
        /** The role {@code operate} is needed. */
        ROLE,
        /** No such task is open. */
        UNKNOWN,
        /** A decision on the file closes it. */
        FILE,
        /** It holds until the hub itself has got past it. */
        HOLDS
    }

    TaskRefusedException(Code code) {
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
        return Messages.text(locale, "console", "task.refused." + code);
    }
}
