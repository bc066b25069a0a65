package se.utfall.console.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import se.utfall.notice.Messages;

/** The languages that the commands speak. */
enum Language {
    SV(Messages.SWEDISH),
    EN(Locale.ENGLISH);

    private static final String OPTION = "--lang";
    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    String tag() {
        return locale.getLanguage();
    }

    /** The bundle of this language alone; never that of the machine's. */
    ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "se.utfall.console.command.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** What the command line asks for, before it is read in earnest: help and errors need it too. */
    static Language of(List<String> arguments, Optional<String> otherwise) {
        int at = arguments.indexOf(OPTION);
        Optional<String> apart =
                at >= 0 && at + 1 < arguments.size() ? Optional.of(arguments.get(at + 1)) : Optional.empty();
        Optional<String> joined = arguments.stream()
                .filter(a -> a.startsWith(OPTION + "="))
                .map(a -> a.substring(OPTION.length() + 1))
                .findFirst();
        return apart.or(() -> joined)
                .or(() -> otherwise)
                .flatMap(Language::find)
                .orElse(SV);
    }

    private static Optional<Language> find(String tag) {
        return Arrays.stream(values())
                .filter(l -> l.name().equalsIgnoreCase(tag))
                .findFirst();
    }
}
