package se.utfall.notice;

import java.util.List;
import java.util.Locale;

/**
 * One piece of expected bad news. Implemented by one record per kind in the room that finds it; collected, counted, shown, never thrown.
 * The message says where, what was expected and what happens now; it never carries a cell's value.
 */
public interface Finding {
    /** Stable, upper-case, with a runbook paragraph of the same name. */
    String code();

    /** The room's name; its message bundle holds {@code finding.<code>}. */
    String room();

    /** For example {@code [file] line 12, column startdatum}. */
    String where();

    /** What the message's placeholders are filled with after {@code where}. */
    default List<Object> arguments() {
        return List.of();
    }

    default String message(Locale locale) {
        return where() + ": "
                + Messages.text(locale, room(), "finding." + code(), arguments().toArray());
    }
}
