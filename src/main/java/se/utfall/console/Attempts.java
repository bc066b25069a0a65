package se.utfall.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Slows down who guesses passwords: after five failures by a name or from an address the next try must wait half a minute, then twice as long each time, at most a
 * quarter of an hour. An hour without a failure forgets. Kept in memory, for the latest names and addresses only.
 */
final class Attempts {
    private static final int FREE = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration MOST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int KEPT = 10_000;
    private final Clock clock;
    private final Map<String, Failures> byKey = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEPT;
        }
    };

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** How long to wait; {@code first} tells the first refusal of this wait from the rest. */
    record Wait(Instant until, boolean first) {}

    /** So many failures, the last at that time, and whether somebody was told to wait since. */
    private record Failures(int count, Instant last, boolean told) {
        Instant until() {
            if (count < FREE) {
                return last;
            }
            Duration wait = FIRST.multipliedBy(1L << Math.min(count - FREE, 10));
            return last.plus(wait.compareTo(MOST) > 0 ? MOST : wait);
        }
    }

    /**
     * Lets a try begin, and counts it as failed until {@link #succeeded}, so that many at once get no further than one by one; or says until when to wait.
     */
    synchronized Optional<Wait> begin(String name, String address) {
        Instant now = clock.instant();
        String key = until(nameKey(name), now).isAfter(until(addressKey(address), now))
                ? nameKey(name)
                : addressKey(address);
        if (until(key, now).isAfter(now)) {
            return Optional.of(waiting(key));
        }
        count(nameKey(name), now);
        count(addressKey(address), now);
        return Optional.empty();
    }

    synchronized void succeeded(String name, String address) {
        byKey.remove(nameKey(name));
        byKey.remove(addressKey(address));
    }

    private Instant until(String key, Instant now) {
        Failures failures = byKey.get(key);
        return failures == null ? now : failures.until();
    }

    private void count(String key, Instant now) {
        Failures before = byKey.get(key);
        int known = before == null || before.last.plus(FORGOTTEN).isBefore(now) ? 0 : before.count;
        byKey.put(key, new Failures(known + 1, now, false));
    }

    private Wait waiting(String key) {
        Failures failures = Objects.requireNonNull(byKey.get(key));
        byKey.put(key, new Failures(failures.count, failures.last, true));
        return new Wait(failures.until(), !failures.told);
    }

    private static String nameKey(String name) {
        return "name " + name;
    }

    private static String addressKey(String address) {
        return "address " + address;
    }
}
