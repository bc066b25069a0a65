package se.utfall.console.page;

import java.util.Locale;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.notice.Messages;

/**
 * A route's description and note in the reader's language. The route file is written in English and may be changed by operators: its words are translated only while
 * they are those that the bundle knows; else they are shown as they stand there.
 *
 * @param language of the words, as HTML names it
 */
public record RouteWords(String description, String note, String language) {
    private static final String ROOM = "console";

    static RouteWords of(RouteState route, Locale locale) {
        String key = "route." + kind(route.id());
        boolean known = knows(key + ".description", route.description()) && knows(key + ".note", route.note());
        if (!known) {
            return new RouteWords(route.description(), route.note(), Locale.ENGLISH.getLanguage());
        }
        return new RouteWords(
                Messages.text(locale, ROOM, key + ".description"),
                Messages.text(locale, ROOM, key + ".note"),
                locale.getLanguage());
    }

    /** Routes made per counterpart carry its name after that of their template. */
    private static String kind(String id) {
        String kind = id;
        while (!Messages.has(Locale.ENGLISH, ROOM, "route." + kind + ".description") && kind.contains("-")) {
            kind = kind.substring(0, kind.lastIndexOf('-'));
        }
        return kind;
    }

    private static boolean knows(String key, String english) {
        return Messages.has(Locale.ENGLISH, ROOM, key)
                && Messages.text(Locale.ENGLISH, ROOM, key).equals(english);
    }
}
