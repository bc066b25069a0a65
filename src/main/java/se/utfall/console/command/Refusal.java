package se.utfall.console.command;

import java.util.Locale;

/** A command that cannot be done, with words for the user: where, what was expected, what now. */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    public Refusal(String message) {
        this(message, Common.REFUSED);
    }

    Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the user is told; those that have words in several languages choose here. */
    public String words(Locale locale) {
        return String.valueOf(getMessage());
    }

    final int exitCode() {
        return exitCode;
    }
}
