package se.utfall.exchange;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.utfall.order.OrderId;

/** {@code <order>_<kind>_<NNN>.zip.pgp}. */
public record PackageName(OrderId order, Kind kind, int sequence) {
    private static final Pattern FORM = Pattern.compile(
            "([A-Z]{2,8}-[0-9]{4}-[0-9]{3})_(bestallning|aterkallelse|kvittens|leverans)_([0-9]{3,9})\\.zip\\.pgp");

    /** What a package is. */
    public enum Kind {
        BESTALLNING,
        ATERKALLELSE,
        KVITTENS,
        LEVERANS
    }

    /** Empty unless the name is exactly the one that {@link #fileName} would give, the sequence from 1. */
    public static Optional<PackageName> parse(String name) {
        Matcher m = FORM.matcher(name);
        if (!m.matches()) {
            return Optional.empty();
        }
        Kind kind = Kind.valueOf(m.group(2).toUpperCase(Locale.ROOT));
        PackageName parsed = new PackageName(new OrderId(m.group(1)), kind, Integer.parseInt(m.group(3)));
        return Optional.of(parsed).filter(p -> p.sequence > 0 && p.fileName().equals(name));
    }

    /** How people are told of it: the file's name, and the partner where the order's id does not say it (one of a study's two packages). */
    public String label(String partner) {
        return order.value().startsWith(partner + "-") ? fileName() : fileName() + " (" + partner + ")";
    }

    public String fileName() {
        return String.format(
                Locale.ROOT, "%s_%s_%03d.zip.pgp", order, kind.name().toLowerCase(Locale.ROOT), sequence);
    }
}
