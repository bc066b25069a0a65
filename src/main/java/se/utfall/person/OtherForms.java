package se.utfall.person;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written where a personal number was expected, when it does not have a personal number's form. */
final class OtherForms {
    private static final Pattern TF = Pattern.compile("([0-9]{2})?[0-9]{6}[+-]?[Tt][Ff][0-9]{2}");
    private static final Pattern INTERIM =
            Pattern.compile("(?:[0-9]{2})?([0-9]{6})[+-]?([TRSUWXJKLMN][0-9]{2})([0-9])");
    /** VGR ({@code yyyymmddGggC}, G for sex) and the national reserve id ({@code XXYYMMDDNNGC}). */
    private static final Pattern RESERVE =
            Pattern.compile("(18|19|20)[0-9]{6}-?[KMX][0-9]{3}|[A-Z]{2}[0-9]{6}-?[0-9A-Z]{4}");

    private static final Pattern ID_LIKE = Pattern.compile("([0-9]{2})?[0-9]{6}[+-]?[0-9A-Za-z]{4}");
    private static final Pattern EXPONENT = Pattern.compile("[0-9]([,.][0-9]{1,15})?[Ee]\\+?[0-9]{1,2}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{7,12}[,.]0{1,2}");
    private static final Pattern LOST_ZEROS = Pattern.compile("[0-9]{7,9}");

    private OtherForms() {}

    static NumberReading read(String text) {
        return kind(text)
                .<NumberReading>map(NumberReading.Unlinkable::new)
                .orElseGet(() ->
                        new NumberReading.Refused(excelDamaged(text) ? NumberFault.EXCEL_DAMAGE : NumberFault.FORMAT));
    }

    /** An immunitetsnummer has no published form of its own and is told by no text. */
    private static Optional<NumberKind> kind(String text) {
        if (TF.matcher(text).matches()) {
            return Optional.of(NumberKind.TF_NUMMER);
        }
        if (interim(text)) {
            return Optional.of(NumberKind.INTERIM);
        }
        if (RESERVE.matcher(text).matches()) {
            return Optional.of(NumberKind.RESERVNUMMER);
        }
        return ID_LIKE.matcher(text).matches() ? Optional.of(NumberKind.UNKNOWN) : Optional.empty();
    }

    private static boolean interim(String text) {
        Matcher form = INTERIM.matcher(text);
        if (!form.matches()) {
            return false;
        }
        OptionalInt check = CheckDigit.of(form.group(1) + form.group(2));
        return check.orElse(-1) == form.group(3).charAt(0) - '0';
    }

    private static boolean excelDamaged(String text) {
        return EXPONENT.matcher(text).matches() || DECIMAL.matcher(text).matches() || lostZeros(text);
    }

    /** Ten digits of a person born in the 2000s lose their first zeros as a number; told from a missing digit by the check digit. */
    private static boolean lostZeros(String text) {
        if (!LOST_ZEROS.matcher(text).matches()) {
            return false;
        }
        String ten = "0".repeat(10 - text.length()) + text;
        int check = CheckDigit.of(ten.substring(0, 9)).orElse(-1);
        return check == ten.charAt(9) - '0' && BirthDate.in("20" + ten).possible();
    }
}
