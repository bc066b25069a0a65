package se.utfall.demo.partner;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which package: {@code <order>_<kind>_<NNN>.zip.pgp}. */
record PackageId(String order, Kind kind, int sequence) {
    private static final Pattern FORM =
            Pattern.compile("([A-Z]{2,8}-[0-9]{4}-[0-9]{3})_(bestallning|aterkallelse|kvittens|leverans)"
                    + "_([0-9]{3}|[1-9][0-9]{3,8})\\.zip\\.pgp");

    static Optional<PackageId> parse(String fileName) {
        Matcher m = FORM.matcher(fileName);
        if (!m.matches() || Integer.parseInt(m.group(3)) == 0) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(m.group(2).toUpperCase(Locale.ROOT));
        return Optional.of(new PackageId(m.group(1), kind, Integer.parseInt(m.group(3))));
    }

    String fileName() {
        return String.format(Locale.ROOT, "%s_%s_%03d.zip.pgp", order, kind.word(), sequence);
    }
}
