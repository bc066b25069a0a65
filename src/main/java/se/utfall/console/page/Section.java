package se.utfall.console.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of the page, each open to some roles; the order is that of the menu. */
public enum Section {
    START("/", "read", "operate"),
    ORDERS("/orders", "read", "operate", "approve"),
    PARTNERS("/partners", "read", "operate"),
    FILES("/files", "read", "operate"),
    DELIVERIES("/deliveries", "read", "operate"),
    DATASETS("/datasets", "read", "operate", "statistics"),
    ROUTES("/routes", "read", "operate"),
    TRAIL("/trail", "security");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> roles;

    Section(String path, String... roles) {
        this.path = path;
        this.roles = List.of(roles);
    }

    public String path() {
        return path;
    }

    public List<String> roles() {
        return roles;
    }

    boolean openTo(Set<String> theirs) {
        return roles.stream().anyMatch(theirs::contains);
    }

    /** What the holder of these roles may open. */
    public static List<Section> listOpenTo(Set<String> roles) {
        return Arrays.stream(values()).filter(s -> s.openTo(roles)).toList();
    }

    /** Where a path lies; a file or a package belongs to its list. */
    public static Optional<Section> of(String path) {
        String first = path.indexOf('/', 1) < 0 ? path : path.substring(0, path.indexOf('/', 1));
        String home = first.equals("/packages") ? PARTNERS.path : first;
        return Arrays.stream(values()).filter(s -> s.path.equals(home)).findFirst();
    }
}
