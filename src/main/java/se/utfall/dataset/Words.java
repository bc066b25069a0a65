package se.utfall.dataset;

import java.util.Locale;
import java.util.Map;
import se.utfall.notice.Messages;

/** The same said in Swedish and in English. */
record Words(String sv, String en) {
    static final Words NONE = new Words("", "");

    /** From this room's bundle. */
    static Words of(String key) {
        return new Words(text(Messages.SWEDISH, key), text(Locale.ENGLISH, key));
    }

    /** From this room's bundle, filled. */
    static Words of(String key, Object... arguments) {
        return new Words(
                Messages.text(Messages.SWEDISH, "dataset", key, arguments),
                Messages.text(Locale.ENGLISH, "dataset", key, arguments));
    }

    /** From a mapping's texts by language. */
    static Words of(Map<String, String> byLanguage) {
        return new Words(byLanguage.getOrDefault("sv", ""), byLanguage.getOrDefault("en", ""));
    }

    private static String text(Locale locale, String key) {
        return Messages.text(locale, "dataset", key);
    }

    Words and(Words more) {
        return new Words((sv + " " + more.sv).strip(), (en + " " + more.en).strip());
    }
}
