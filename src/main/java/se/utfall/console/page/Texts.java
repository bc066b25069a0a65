package se.utfall.console.page;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import se.utfall.flow.RouteControl.RouteState;
import se.utfall.intake.IntakeFinding;
import se.utfall.notice.Messages;
import se.utfall.notice.Task;

/** Words, numbers and times in the reader's language; times are those of Stockholm. */
public final class Texts {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final String ROOM = "console";
    private static final String PAGE = "console.page";
    private final Locale locale;
    private final DateTimeFormatter minutes;
    private final DateTimeFormatter seconds;

    public Texts(Locale locale) {
        this.locale = locale;
        this.minutes = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", locale).withZone(STOCKHOLM);
        this.seconds =
                DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", locale).withZone(STOCKHOLM);
    }

    public Locale locale() {
        return locale;
    }

    /** Why a room refused, in its words. */
    public String refusal(String room, String code) {
        String key = "refusal." + code;
        return knows(room, key) ? Messages.text(locale, room, key) : code;
    }

    /** The language as HTML names it. */
    public String language() {
        return locale.getLanguage();
    }

    public boolean swedish() {
        return locale.equals(Messages.SWEDISH);
    }

    public String of(String key, Object... arguments) {
        return Messages.text(locale, room(key), key, arguments);
    }

    /** The words of the parts and of what people do stand in a bundle of their own. */
    private String room(String key) {
        return knows(PAGE, key) ? PAGE : ROOM;
    }

    /** The words for a code, or the code itself when the bundle does not know it. */
    public String code(String prefix, String code) {
        String key = prefix + "." + code;
        return knows(PAGE, key) || knows(ROOM, key) ? of(key) : code;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    public String time(Instant at) {
        return minutes.format(at);
    }

    /** To the second, where somebody will look in the log or wait. */
    public String exactly(Instant at) {
        return seconds.format(at);
    }

    /** How long before {@code now}: seconds, minutes, hours or days, cut down. */
    public String age(Instant then, Instant now) {
        long seconds = Math.max(0, Duration.between(then, now).toSeconds());
        if (seconds < 120) {
            return of("age.seconds", number(seconds));
        }
        if (seconds < 2 * 3_600) {
            return of("age.minutes", number(seconds / 60));
        }
        return seconds < 2 * 86_400
                ? of("age.hours", number(seconds / 3_600))
                : of("age.days", number(seconds / 86_400));
    }

    public String length(Duration time) {
        return time.toSeconds() < 120
                ? of("length.seconds", number(Math.max(1, time.toSeconds())))
                : of("length.minutes", number(time.toMinutes()));
    }

    /** What to do, in the room's words; a code that no bundle knows is shown with its subject. */
    public String task(Task task) {
        String key = "task." + task.code();
        return knows(task.room(), key)
                ? Messages.text(locale, task.room(), key, task.subject())
                : task.code() + ": " + task.subject();
    }

    /** A reason from a list, with the errand's number that may follow it. */
    public String reason(String prefix, String reasonAndReference) {
        String[] parts = reasonAndReference.split(" ", 2);
        return code(prefix, parts[0]) + (parts.length > 1 ? " (" + parts[1] + ")" : "");
    }

    /** Why a file was set aside, with the line and the column, never a value. */
    public String finding(IntakeFinding finding) {
        String text = finding.text(locale, "finding.");
        String line = finding.line() == 0 ? "" : of("finding.line", number(finding.line())) + " ";
        String column = finding.column().isEmpty() ? "" : of("finding.column", finding.column()) + " ";
        return line + column + text;
    }

    public RouteWords route(RouteState route) {
        return RouteWords.of(route, locale);
    }

    public String list(List<String> names) {
        return String.join(", ", names);
    }

    /** Enough of a hash to compare by eye; the command line has the whole. */
    public String shortHash(String hash) {
        return hash.length() <= 12 ? hash : hash.substring(0, 12) + "…";
    }

    private boolean knows(String room, String key) {
        return Messages.has(locale, room, key);
    }
}
