package se.utfall;

import java.util.List;
import java.util.Locale;
import se.utfall.console.command.Refusal;
import se.utfall.notice.Messages;

/** All that is wrong with a configuration file, each problem with its place. */
final class SettingsProblemsException extends Refusal {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    SettingsProblemsException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }

    @Override
    public String words(Locale locale) {
        return Messages.text(locale, "console.command", "config.problems") + "\n  "
                + String.valueOf(getMessage()).replace("\n", "\n  ");
    }
}
