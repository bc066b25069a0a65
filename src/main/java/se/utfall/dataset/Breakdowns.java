package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.utfall.disclosure.Dimension;
import se.utfall.disclosure.DisclosureRules;

/**
 * What the tables of a dataset are broken down by: the same groups in all of them, none with fewer persons than may be named. A breakdown that cannot be made is
 * refused, with the reason.
 */
final class Breakdowns {
    static final String UNKNOWN = "UNKNOWN";
    private static final int LEAST = DisclosureRules.DEFAULT.smallestGroup();
    private static final List<String> MEASURES = List.of(
            "STOCKHOLMSJOBB",
            "EXTRATJANST",
            "ARBETSTRANING",
            "PRAKTIK",
            "UTBILDNING",
            "JOBBCOACHNING",
            "MATCHNING",
            "FORBEREDANDE",
            "GRUPP",
            "ANNAN",
            UNKNOWN);
    private static final Map<String, List<String>> ORDERS = Map.of(
            "measure", MEASURES,
            "workplace", List.of("ORDINARIE", "SARSKILD", "EXTERN", "INGEN", UNKNOWN),
            "sex", List.of("2", "1", UNKNOWN));

    /** By breakdown: what each code is called in the tables. */
    private final Map<String, Map<String, String>> names = new LinkedHashMap<>();

    private final List<Refused> refused = new ArrayList<>();

    private Breakdowns() {}

    /**
     * A breakdown that is not made.
     *
     * @param code {@code refused.<code>} says why
     */
    record Refused(String breakdown, String code) {}

    /** @param once every participant once */
    static Breakdowns of(List<PanelCounts.Count> once) {
        Breakdowns breakdowns = new Breakdowns();
        for (String group : PanelCounts.GROUPS) {
            Categories sizes = new Categories(ORDERS.getOrDefault(group, List.of("1", "0", UNKNOWN)));
            once.forEach(c -> sizes.add(c.group(group), c.persons()));
            breakdowns.add(group, sizes);
        }
        breakdowns.refused.add(new Refused("disability", "DISABILITY"));
        return breakdowns;
    }

    private void add(String group, Categories sizes) {
        if (sizes.only(UNKNOWN)) {
            refused.add(new Refused(group, "NOT_ORDERED"));
            return;
        }
        Map<String, String> merged = ORDERS.containsKey(group) ? sizes.merged(LEAST) : sizes.yesAndOthers(LEAST);
        long different = merged.values().stream().distinct().count();
        boolean enough = different > 1 || (group.equals("measure") && different == 1 && sizes.all() >= LEAST);
        if (enough) {
            names.put(group, merged);
        } else {
            refused.add(new Refused(group, "GROUP_TOO_SMALL"));
        }
    }

    List<Dimension> dimensions() {
        return names.entrySet().stream()
                .map(e -> new Dimension(
                        e.getKey(), List.copyOf(new LinkedHashSet<>(e.getValue().values()))))
                .toList();
    }

    boolean has(String breakdown) {
        return names.containsKey(breakdown);
    }

    List<String> categories(PanelCounts.Count count) {
        return names.entrySet().stream()
                .map(e -> Objects.requireNonNull(e.getValue().get(count.group(e.getKey()))))
                .toList();
    }

    /** Each with its reason, disability always among them. */
    List<Refused> refused() {
        return List.copyOf(refused);
    }
}
