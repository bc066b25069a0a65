package se.utfall.person;

import java.util.regex.Pattern;

/** Reserve numbers that look like twelve digits, told by their check digit: Region Stockholm's ({@code 99yyyyNNNNNC}) and Carelink's (day 32 to 59). */
final class ReserveNumbers {
    private static final Pattern STOCKHOLM = Pattern.compile("99(18|19|20)[0-9]{8}");
    private static final Pattern CARELINK =
            Pattern.compile("(18|19|20)[0-9]{2}(0[1-9]|1[0-2])(3[2-9]|4[0-9]|5[0-9])-?[0-9]{4}");

    private ReserveNumbers() {}

    static boolean match(String text) {
        if (STOCKHOLM.matcher(text).matches()) {
            return checks("00" + text.substring(4));
        }
        return CARELINK.matcher(text).matches() && checks(text.replace("-", "").substring(2));
    }

    private static boolean checks(String ten) {
        return CheckDigit.of(ten.substring(0, 9)).orElse(-1) == ten.charAt(9) - '0';
    }
}
