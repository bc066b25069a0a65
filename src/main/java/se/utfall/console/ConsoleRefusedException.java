package se.utfall.console;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** The page cannot be opened at the configured address; says what to do. */
public final class ConsoleRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final String address;

    ConsoleRefusedException(ConsoleSettings settings, Throwable cause) {
        super("cannot listen on " + address(settings));
        initCause(cause);
        this.address = address(settings);
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "console", "refused.port", address);
    }

    private static String address(ConsoleSettings settings) {
        return settings.host() + ":" + settings.port();
    }
}
