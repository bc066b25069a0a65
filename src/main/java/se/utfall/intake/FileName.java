package se.utfall.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.utfall.register.FactType;

/** A name by contract 1, {@code <type>_<YYYYMMDD>_<NNN>.csv}: a real date, NNN from 001. */
record FileName(String text, FactType type) {
    private static final Pattern PATTERN = Pattern.compile("([a-z]+)_([0-9]{8})_([0-9]{3})\\.csv");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /** The name, or {@link FileFault#NAMN} or {@link FileFault#TYP_OKAND}. */
    static FileName of(String text) {
        Matcher m = PATTERN.matcher(text);
        if (!m.matches() || !real(m.group(2)) || m.group(3).equals("000")) {
            throw FileRefusedException.of(FileFault.NAMN);
        }
        return new FileName(text, type(m.group(1)).orElseThrow(() -> FileRefusedException.of(FileFault.TYP_OKAND)));
    }

    static boolean looksRight(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** The known type that a name begins with, or nothing. */
    static String typeIn(String text) {
        Matcher m = PATTERN.matcher(text);
        return m.matches() && type(m.group(1)).isPresent() ? m.group(1) : "";
    }

    static Optional<FactType> type(String word) {
        return Arrays.stream(FactType.values())
                .filter(t -> t.fileType().equals(word))
                .findFirst();
    }

    private static boolean real(String day) {
        try {
            return LocalDate.parse(day, DAY).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
