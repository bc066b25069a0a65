package se.utfall.person;

import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads personal numbers as contract 0 says; never throws on any text, and no answer carries the text. */
public final class PersonalNumbers {
    private static final Pattern FORM =
            Pattern.compile("(?<century>[0-9]{2})?(?<short>[0-9]{6})(?<separator>[+-])?(?<last>[0-9]{4})");

    private PersonalNumbers() {}

    /**
     * Reads one text: 12 digits, 12 with a separator after the 8th, or 10 with a separator after the 6th.
     *
     * @param reference the date the century and the plus sign are judged by (the local date of {@code uttagstid}), never the system clock
     * @param tenDigitsAllowed the profile's word on ten digits without separator: if so, read as with {@code -}
     */
    public static NumberReading read(String text, LocalDate reference, boolean tenDigitsAllowed) {
        if (text.isBlank()) {
            return new NumberReading.Unlinkable(NumberKind.MISSING);
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return OtherForms.read(text);
        }
        if (ReserveNumbers.match(text)) {
            return new NumberReading.Unlinkable(NumberKind.RESERVNUMMER);
        }
        boolean noSeparator = form.group("separator") == null;
        if (form.group("century") == null && noSeparator && !tenDigitsAllowed) {
            return new NumberReading.Refused(NumberFault.AMBIGUOUS_CENTURY);
        }
        return read(form, reference);
    }

    private static NumberReading read(Matcher form, LocalDate reference) {
        String separator = form.group("separator");
        String century = form.group("century");
        int years = Integer.parseInt(form.group("short").substring(0, 2));
        int year = century == null
                ? year(years, "+".equals(separator), reference.getYear())
                : Integer.parseInt(century) * 100 + years;
        String digits = (century == null
                        ? Integer.toString(year)
                        : century + form.group("short").substring(0, 2))
                + form.group("short").substring(2)
                + form.group("last");
        if (year < 1800 || year > 2099) {
            return new NumberReading.Refused(NumberFault.CENTURY);
        }
        boolean hundred = reference.getYear() - year >= 100;
        if (separator != null && hundred != separator.equals("+")) {
            return new NumberReading.Refused(NumberFault.SEPARATOR);
        }
        return judge(digits, reference);
    }

    /** A plus says that the person turns 100 in the year of reference or has done so (SFS 1991:481, 18 §, as changed by SFS 2009:272). */
    private static int year(int years, boolean plus, int now) {
        int latest = plus ? now - 100 : now;
        return latest - Math.floorMod(latest - years, 100);
    }

    private static NumberReading judge(String digits, LocalDate reference) {
        BirthDate birth = BirthDate.in(digits);
        if (!birth.possible()) {
            return new NumberReading.Refused(NumberFault.DATE);
        }
        if (digits.startsWith("000", 8)) {
            return new NumberReading.Refused(NumberFault.SERIAL);
        }
        OptionalInt check = CheckDigit.of(digits.substring(2, 11));
        if (check.orElse(-1) != digits.charAt(11) - '0') {
            return new NumberReading.Refused(NumberFault.CHECK_DIGIT);
        }
        if (birth.isAfter(reference)) {
            return new NumberReading.Refused(NumberFault.FUTURE);
        }
        return new NumberReading.Read(new PersonalNumber(digits, birth.kind()));
    }
}
