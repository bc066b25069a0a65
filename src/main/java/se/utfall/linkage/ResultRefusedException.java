package se.utfall.linkage;

import java.util.Locale;
import se.utfall.notice.Messages;
import se.utfall.notice.RefusedException;

/** Results are not shown; the code has a text in the bundle ({@code result.<code>}). */
public final class ResultRefusedException extends RefusedException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String subject;

    ResultRefusedException(String code, String subject) {
        super(code + ": " + subject);
        this.code = code;
        this.subject = subject;
    }

    public String code() {
        return code;
    }

    @Override
    public boolean notFound() {
        return code.equals("NONE");
    }

    @Override
    public String message(Locale locale) {
        return Messages.text(locale, "linkage", "result." + code, subject);
    }
}
