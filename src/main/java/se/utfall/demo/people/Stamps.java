package se.utfall.demo.people;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of change: a working hour, Stockholm's offset of that day. */
final class Stamps {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    private static final LocalDate LAST = LocalDate.of(2026, 10, 30);

    private Stamps() {}

    static String at(LocalDate day, Dice dice) {
        return day.atTime(8 + dice.below(9), dice.below(60), dice.below(60))
                .atZone(STOCKHOLM)
                .format(FORM);
    }

    /** Registered some days after the event, before the first extract. */
    static String after(LocalDate event, Dice dice) {
        LocalDate day = event.plusDays(dice.between(1, 20));
        return at(day.isAfter(LAST) ? LAST : day, dice);
    }
}
