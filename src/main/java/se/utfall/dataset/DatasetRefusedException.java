package se.utfall.dataset;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** A dataset that cannot be asked for, or a table that cannot be shown; says why in words ({@code refusal.<code>}). */
public final class DatasetRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String subject;

    DatasetRefusedException(String code, String subject) {
        super(code + ": " + Messages.text(Messages.SWEDISH, "dataset", "refusal." + code, subject));
        this.code = code;
        this.subject = subject;
    }

    public String code() {
        return code;
    }

    @Override
    public boolean notFound() {
        return code.equals("UNKNOWN");
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "dataset", "refusal." + code, subject);
    }
}
