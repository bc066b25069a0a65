package se.utfall.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import se.utfall.outcome.IdLike;
import se.utfall.store.Database;
import se.utfall.store.Sighting;

/** Decides by a listing what to fetch: a manifest not taken yet, or one whose file has changed since; and reports halves that wait too long. */
final class Watching {
    static final String MANIFEST = ".klar";
    private static final String FILE = ".csv";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private final Database database;
    private final JdbcSightings sightings;
    private final Ledger ledger;
    private final IntakeSettings settings;
    private final Clock clock;

    /** What the table is known to say no to; spares a question per file and poll while files lie at their source. */
    private final Map<String, Sighting> settled = new ConcurrentHashMap<>();

    Watching(House house) {
        this.database = house.database();
        this.sightings = house.sightings();
        this.ledger = house.ledger();
        this.settings = house.settings();
        this.clock = house.clock();
    }

    boolean wants(Sighting s) {
        if (!PLAIN.matcher(s.name()).matches() || s.equals(settled.get(key(s)))) {
            return false;
        }
        if (s.name().endsWith(FILE)) {
            if (nameMayBeKept(s, s.name())) {
                file(s);
            }
            return false;
        }
        return s.name().endsWith(FILE + MANIFEST)
                && nameMayBeKept(s, s.name().substring(0, s.name().length() - MANIFEST.length()))
                && manifest(s);
    }

    /** A name is kept in ledgers and logs, so one that could hold a person's number is left where it lies. */
    private boolean nameMayBeKept(Sighting s, String fileName) {
        boolean fine = FileName.looksRight(fileName) || !IdLike.is(fileName);
        if (!fine) {
            database.useTransaction(h -> ledger.raise(h, Ledger.NAME_DIGITS, s.source(), "*"));
        }
        return fine;
    }

    private boolean manifest(Sighting s) {
        Optional<JdbcSightings.Seen> before = sightings.find(s.source(), s.name());
        if (before.isEmpty() || !before.get().as(s)) {
            sightings.note(s);
            database.useTransaction(h -> ledger.resolve(h, Ledger.NO_MANIFEST, s.source(), fileOf(s.name())));
            return true;
        }
        if (!before.get().taken()) {
            manifestWaits(s, before.get());
            return true;
        }
        boolean replaced = sightings
                .find(s.source(), fileOf(s.name()))
                .filter(file -> !file.taken())
                .isPresent();
        if (!replaced) {
            settled.put(key(s), s);
        }
        return replaced;
    }

    private void file(Sighting s) {
        Optional<JdbcSightings.Seen> before = sightings.find(s.source(), s.name());
        if (before.isEmpty() || !before.get().as(s)) {
            settled.remove(key(s) + MANIFEST);
            sightings.note(s);
        } else if (before.get().taken()) {
            settled.put(key(s), s);
        } else {
            fileWaits(s, before.get());
        }
    }

    private void fileWaits(Sighting s, JdbcSightings.Seen before) {
        if (old(s, before) && sightings.find(s.source(), s.name() + MANIFEST).isEmpty()) {
            database.useTransaction(h -> ledger.raise(h, Ledger.NO_MANIFEST, s.source(), s.name()));
        }
    }

    private void manifestWaits(Sighting s, JdbcSightings.Seen before) {
        if (old(s, before)) {
            database.useTransaction(h -> ledger.raise(h, Ledger.NO_FILE, s.source(), fileOf(s.name())));
        }
    }

    /** By the source's clock or ours, whichever says older. */
    private boolean old(Sighting s, JdbcSightings.Seen before) {
        Duration wait = settings.profile(s.source()).manifestWait();
        Instant since = s.modified().isBefore(before.since()) ? s.modified() : before.since();
        return since.plus(wait).isBefore(clock.instant());
    }

    private static String fileOf(String manifestName) {
        return manifestName.substring(0, manifestName.length() - MANIFEST.length());
    }

    private static String key(Sighting s) {
        return s.source() + "/" + s.name();
    }
}
