package se.utfall.demo.partner;

import java.util.Locale;

/** The kinds of package (contract 2), in the order in which a round looks at them: a recall needs its order. */
enum Kind {
    BESTALLNING,
    ATERKALLELSE,
    KVITTENS,
    LEVERANS;

    /** As in file names and manifests. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
