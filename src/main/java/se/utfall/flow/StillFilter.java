package se.utfall.flow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import se.utfall.store.Sighting;

/**
 * Lets a remote file through when its name is plain, its size and time stood still for the configured time between two polls, and the room wants it; a manifest
 * waits for the file it stands for to stand still too.
 * Nothing with a path in its name, whatever the listing says, gets past (contract 0, Transport).
 */
final class StillFilter implements GenericFileFilter<Object> {
    private static final String MANIFEST = ".klar";
    private static final Pattern PLAIN = Pattern.compile("(?!\\.)[A-Za-z0-9._-]{1,100}");

    private record Seen(long size, long modified, Instant since) {}

    private final String source;
    private final Duration still;
    private final Predicate<Sighting> wanted;
    private final Clock clock;
    private final Map<String, Seen> seen = new ConcurrentHashMap<>();

    StillFilter(String source, Duration still, Predicate<Sighting> wanted, Clock clock) {
        this.source = source;
        this.still = still;
        this.wanted = wanted;
        this.clock = clock;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        String name = file.getFileName();
        if (file.isDirectory() || !PLAIN.matcher(name).matches() || name.endsWith(".part")) {
            return false;
        }
        Sighting sighting =
                new Sighting(source, name, file.getFileLength(), Instant.ofEpochMilli(file.getLastModified()));
        return stoodStill(sighting) && besideStands(name) && wanted.test(sighting);
    }

    /** Whether the file looks as it did when it last was seen, and has stood so for long enough. */
    boolean stands(String name, long size, Instant modified) {
        Seen last = seen.get(name);
        return last != null && last.size == size && last.modified == modified.toEpochMilli() && stands(last);
    }

    private boolean stands(Seen last) {
        return !clock.instant().isBefore(last.since.plus(still));
    }

    private boolean besideStands(String name) {
        Seen beside = name.endsWith(MANIFEST) ? seen.get(name.substring(0, name.length() - MANIFEST.length())) : null;
        return beside == null || stands(beside);
    }

    private boolean stoodStill(Sighting s) {
        Instant now = clock.instant();
        long modified = s.modified().toEpochMilli();
        Seen before = seen.get(s.name());
        if (before == null || before.size != s.size() || before.modified != modified) {
            seen.put(s.name(), new Seen(s.size(), modified, now));
            return false;
        }
        return stands(before);
    }
}
