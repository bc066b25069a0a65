package se.utfall.console;

import java.util.Locale;
import se.utfall.notice.Messages;

/** The page cannot be opened at the configured address; says what to do. */
public final class ConsoleRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String address;

    ConsoleRefusedException(ConsoleSettings settings, Throwable cause) {
        super("cannot listen on " + address(settings), cause);
        this.address = address(settings);
    }

    public String message(Locale locale) {
        return Messages.text(locale, "console", "refused.port", address);
    }

    private static String address(ConsoleSettings settings) {
        return settings.host() + ":" + settings.port();
    }
}
