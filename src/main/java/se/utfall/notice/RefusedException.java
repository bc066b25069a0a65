package se.utfall.notice;

import java.util.Locale;

/** What a room did not do, and why, in the words of its bundle; safe to show and to log. */
public abstract class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected RefusedException(String message) {
        super(message);
    }

    /** Whether what was asked for does not exist. */
    public boolean notFound() {
        return false;
    }

    /** What was refused, why, and what happens now. */
    public abstract String message(Locale locale);
}
