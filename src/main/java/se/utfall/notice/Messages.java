package se.utfall.notice;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** User-facing texts: one bundle per room, {@code se/utfall/<room>/messages.properties} (Swedish) and {@code messages_en.properties}. */
public final class Messages {
    public static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private Messages() {}

    /** The text of {@code key} in the room's bundle, filled by {@link MessageFormat}; a missing key is a defect and throws. */
    public static String text(Locale locale, String room, String key, Object... arguments) {
        return new MessageFormat(bundle(locale, room).getString(key), locale).format(arguments);
    }

    public static boolean has(Locale locale, String room, String key) {
        try {
            return bundle(locale, room).containsKey(key);
        } catch (MissingResourceException e) {
            return false;
        }
    }

    private static ResourceBundle bundle(Locale locale, String room) {
        return ResourceBundle.getBundle(
                "se.utfall." + room + ".messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
