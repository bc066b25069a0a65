package se.utfall.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The forms of contract 0's values; each reading answers null to a text of another form, and never throws. */
final class Values {
    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2100;
    private static final int DATE_LENGTH = 10;
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern KRONOR =
            Pattern.compile("(-?)([0-9]{1,3}(?:[ \\u00A0\\u202F][0-9]{3}){1,4}|[0-9]{1,15})(?:,([0-9]{1,2}))?");
    private static final Pattern GROUPING = Pattern.compile("[ \\u00A0\\u202F]");
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Values() {}

    /** {@code YYYY-MM-DD}, real, 1900 to 2100. */
    static @Nullable LocalDate date(String text) {
        if (text.length() != DATE_LENGTH || !digitOrDash(text)) {
            return null;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return within(date.getYear()) ? date : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** ISO 8601 with offset, 1900 to 2100. */
    static @Nullable Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text, TIME);
            return within(time.getYear()) ? time.toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable Integer whole(String text) {
        return WHOLE.matcher(text).matches() ? Integer.valueOf(text) : null;
    }

    /** Kronor with decimal comma and groups of three, as ore. */
    static @Nullable Long ore(String text) {
        var m = KRONOR.matcher(text);
        if (!m.matches()) {
            return null;
        }
        long kronor = Long.parseLong(GROUPING.matcher(m.group(2)).replaceAll(""));
        String part = m.group(3);
        long ore = part == null ? 0 : Long.parseLong(part.length() == 1 ? part + "0" : part);
        long amount = kronor * 100 + ore;
        return m.group(1).isEmpty() ? amount : -amount;
    }

    private static boolean within(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean digitOrDash(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '-');
    }
}
