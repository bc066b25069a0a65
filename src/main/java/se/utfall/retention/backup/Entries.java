package se.utfall.retention.backup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in a backup: {@code <folder>/<path>}, after {@code =<order>/} when the content is sealed under the order's secret, and the database's.
 *
 * @param order empty: not sealed
 */
record Entries(String order, String folder, String path) {
    static final String DATABASE = "database";
    private static final Pattern OF_ORDER = Pattern.compile("([A-Z]{2,8}-[0-9]{4}-[0-9]{3})[_-].*");

    static Entries of(String name) {
        String order = name.startsWith("=") ? name.substring(1, name.indexOf('/')) : "";
        String rest = order.isEmpty() ? name : name.substring(order.length() + 2);
        int slash = rest.indexOf('/');
        return new Entries(
                order, slash < 0 ? rest : rest.substring(0, slash), slash < 0 ? "" : rest.substring(slash + 1));
    }

    String name() {
        return (order.isEmpty() ? "" : "=" + order + "/") + folder + "/" + path;
    }

    /** The order whose name the path begins with. */
    static Optional<String> orderOf(String path) {
        Matcher matcher = OF_ORDER.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
