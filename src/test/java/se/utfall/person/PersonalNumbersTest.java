package se.utfall.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of reading identities, one test each; numbers that must be refused are built from listed ones. */
class PersonalNumbersTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String ALVA = "199011145191";
    private static final String OLLE = "192612049029";
    private static final String MAJA = "200001052380";

    @Test
    void acceptsEveryOfficialPersonnummer() throws IOException {
        List<String> all = list("testpersonnummer.csv");

        assertThat(Set.copyOf(all)).hasSize(21_726);
        assertThat(all).allSatisfy(n -> assertThat(kind(n)).isEqualTo(NumberKind.PERSONNUMMER));
    }

    @Test
    void acceptsEveryOfficialSamordningsnummerAlsoWithUnknownMonthOrDay() throws IOException {
        List<String> all = list("testsamordningsnummer.csv");

        assertThat(Set.copyOf(all)).hasSize(2_240);
        assertThat(all).anyMatch(n -> n.startsWith("00", 4)).anyMatch(n -> n.startsWith("60", 6));
        assertThat(all).allSatisfy(n -> assertThat(kind(n)).isEqualTo(NumberKind.SAMORDNINGSNUMMER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"testpersonnummer.csv", "testsamordningsnummer.csv"})
    void refusesEveryOfficialNumberWithAnyOneOfItsLastTenDigitsChanged(String file) throws IOException {
        for (String number : list(file)) {
            for (int place = 2; place < 12; place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != number.charAt(place)) {
                        assertThat(read(number.substring(0, place) + digit + number.substring(place + 1)))
                                .isNotInstanceOf(NumberReading.Read.class);
                    }
                }
            }
        }
    }

    @Test
    void turnsTheHyphenIntoAPlusAtNewYearNotOnTheBirthday() {
        String hyphen = ten(OLLE, "-");
        String plus = ten(OLLE, "+");
        LocalDate lastDay = LocalDate.of(2025, 12, 31);
        LocalDate firstDay = LocalDate.of(2026, 1, 1);

        assertThat(digits(hyphen, lastDay)).isEqualTo(OLLE);
        assertThat(digits(plus, firstDay)).isEqualTo(OLLE);
        assertThat(fault(hyphen, firstDay)).isEqualTo(NumberFault.FUTURE);
        assertThat(digits(plus, lastDay)).as("a hundred years older").startsWith("18");
    }

    @Test
    void findsTenDigitsWithoutSeparatorAmbiguousUnlessTheProfileSaysOtherwise() {
        String twin = "201510792383".substring(2);

        assertThat("191510792383").endsWith(twin);
        assertThat(fault(twin, TODAY)).isEqualTo(NumberFault.AMBIGUOUS_CENTURY);
        assertThat(PersonalNumbers.read(twin, TODAY, true))
                .isInstanceOfSatisfying(
                        NumberReading.Read.class,
                        r -> assertThat(r.number().digits()).isEqualTo("201510792383"));
        assertThat(digits(ten("191510792383", "+"), TODAY)).isEqualTo("191510792383");
        assertThat(digits(ten("201510792383", "-"), TODAY)).isEqualTo("201510792383");
    }

    @Test
    void refusesASeparatorThatContradictsTheCalendarYearRule() {
        assertThat(digits(twelve(ALVA, "-"), TODAY)).isEqualTo(ALVA);
        assertThat(digits(twelve(OLLE, "+"), TODAY)).isEqualTo(OLLE);
        assertThat(fault(twelve(ALVA, "+"), TODAY)).isEqualTo(NumberFault.SEPARATOR);
        assertThat(fault(twelve(MAJA, "+"), TODAY)).isEqualTo(NumberFault.SEPARATOR);
        assertThat(fault(twelve(OLLE, "-"), TODAY)).isEqualTo(NumberFault.SEPARATOR);
    }

    @Test
    void refusesABirthAfterTheReferenceDate() {
        String number = "202101012397";

        assertThat(digits(number, LocalDate.of(2021, 1, 1))).isEqualTo(number);
        assertThat(fault(number, LocalDate.of(2020, 12, 31))).isEqualTo(NumberFault.FUTURE);
        assertThat(fault("20" + OLLE.substring(2), TODAY)).isEqualTo(NumberFault.FUTURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "17", "21", "16"})
    void refusesOtherCenturies(String century) {
        assertThat(fault(century + ALVA.substring(2), TODAY)).isEqualTo(NumberFault.CENTURY);
    }

    @Test
    void refusesSerialZeroWhateverTheCheckDigit() {
        String birth = ALVA.substring(0, 8);
        for (int check = 0; check < 10; check++) {
            assertThat(fault(birth + "000" + check, TODAY)).isEqualTo(NumberFault.SERIAL);
        }
    }

    @Test
    void refusesADateThatIsNone() {
        assertThat(fault("19901314" + ALVA.substring(8), TODAY)).isEqualTo(NumberFault.DATE);
        assertThat(fault("19900231" + ALVA.substring(8), TODAY)).isEqualTo(NumberFault.DATE);
        assertThat(fault("19901300" + ALVA.substring(8), TODAY)).isEqualTo(NumberFault.DATE);
    }

    @ParameterizedTest
    @MethodSource("unlinkable")
    void tellsUnlinkableKindsApart(String text, NumberKind kind) {
        assertThat(read(text)).isEqualTo(new NumberReading.Unlinkable(kind));
    }

    static List<Arguments> unlinkable() {
        String birth = ALVA.substring(0, 8);
        return List.of(
                of("", NumberKind.MISSING),
                of(" \t", NumberKind.MISSING),
                of(birth + "Tf29", NumberKind.TF_NUMMER),
                of(birth + "TF19", NumberKind.TF_NUMMER),
                of(birth + interim(birth, "T12"), NumberKind.INTERIM),
                of(birth.substring(2) + "-" + interim(birth, "R45"), NumberKind.INTERIM),
                of("991981000010", NumberKind.RESERVNUMMER),
                of("19810829M071", NumberKind.RESERVNUMMER),
                of("AB901114A12B", NumberKind.RESERVNUMMER),
                of(birth.substring(0, 6) + carelink(birth, "45"), NumberKind.RESERVNUMMER),
                of(birth + "Zq12", NumberKind.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,99E+11", "1.99007E+11", "1,99011145191E+11", "2E+11"})
    void namesANumberThatASpreadsheetMadeAPowerOfTen(String text) {
        assertThat(fault(text, TODAY)).isEqualTo(NumberFault.EXCEL_DAMAGE);
    }

    @Test
    void namesANumberThatASpreadsheetTookZerosFromOrGaveDecimals() {
        String lost = Long.toString(Long.parseLong(MAJA.substring(2)));

        assertThat(lost).hasSize(7);
        assertThat(fault(lost, TODAY)).isEqualTo(NumberFault.EXCEL_DAMAGE);
        assertThat(fault(ALVA + ".0", TODAY)).isEqualTo(NumberFault.EXCEL_DAMAGE);
        assertThat(fault(ALVA + ",0", TODAY)).isEqualTo(NumberFault.EXCEL_DAMAGE);
    }

    @Test
    void answersFormatForWhatHasNone() {
        List<String> texts = List.of(
                ALVA.substring(0, 11),
                ALVA.substring(2, 11),
                ALVA + "1",
                fullWidth(ALVA),
                ALVA.substring(0, 8) + "\u2013" + ALVA.substring(8),
                ALVA.substring(0, 8) + "\u00a0" + ALVA.substring(8),
                ALVA + "\n",
                "\u00a0" + ALVA,
                ALVA.substring(0, 8) + "--" + ALVA.substring(8),
                ALVA.substring(0, 6) + "-" + ALVA.substring(6),
                "Tf",
                "-",
                "0708-123456");

        assertThat(texts).allSatisfy(t -> assertThat(fault(t, TODAY)).isEqualTo(NumberFault.FORMAT));
    }

    @Test
    void neverThrowsAndNeverShowsANumber() {
        Random random = new Random(7);
        String alphabet = "0123456789-+TtFfM ,.E\u00a0\u2013\uff11\n";
        for (int i = 0; i < 200_000; i++) {
            String text = random.ints(random.nextInt(16), 0, alphabet.length())
                    .mapToObj(c -> alphabet.substring(c, c + 1))
                    .collect(Collectors.joining());
            assertThatCode(() -> read(text).toString()).doesNotThrowAnyException();
        }
        assertThat(read(ALVA).toString()).doesNotContain(ALVA.substring(2));
    }

    private static Arguments of(String text, NumberKind kind) {
        return Arguments.of(text, kind);
    }

    private static String interim(String birth, String serial) {
        return serial + CheckDigit.of(birth.substring(2) + serial).orElseThrow();
    }

    private static String carelink(String birth, String day) {
        String nine = birth.substring(2, 6) + day + "123";
        return day + "123" + CheckDigit.of(nine).orElseThrow();
    }

    private static String ten(String number, String separator) {
        return number.substring(2, 8) + separator + number.substring(8);
    }

    private static String twelve(String number, String separator) {
        return number.substring(0, 8) + separator + number.substring(8);
    }

    private static String fullWidth(String number) {
        return number.chars()
                .mapToObj(c -> String.valueOf((char) (c - '0' + '\uff10')))
                .collect(Collectors.joining());
    }

    private static NumberReading read(String text) {
        return PersonalNumbers.read(text, TODAY, false);
    }

    private static NumberKind kind(String text) {
        return ((NumberReading.Read) read(text)).number().kind();
    }

    private static String digits(String text, LocalDate reference) {
        return ((NumberReading.Read) PersonalNumbers.read(text, reference, false))
                .number()
                .digits();
    }

    private static NumberFault fault(String text, LocalDate reference) {
        return ((NumberReading.Refused) PersonalNumbers.read(text, reference, false)).fault();
    }

    private static List<String> list(String file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PersonalNumbersTest.class.getResourceAsStream("/se/utfall/demo/" + file)),
                StandardCharsets.US_ASCII))) {
            return lines.lines().skip(1).toList();
        }
    }
}
