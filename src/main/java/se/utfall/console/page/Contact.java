package se.utfall.console.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A counterpart's server as the hub last saw it.
 *
 * @param last the last look that succeeded, null before the first
 * @param poll time between two looks
 */
public record Contact(String name, @Nullable Instant last, Duration poll) {
    private static final int LOOKS = 3;
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    /** Whether it was reached within three looks; with looks so close together that one may take longer, within ten seconds. */
    public boolean freshAt(Instant now) {
        return last != null && !now.isAfter(last.plus(patience()));
    }

    private Duration patience() {
        Duration looks = poll.multipliedBy(LOOKS);
        return looks.compareTo(SHORTEST) < 0 ? SHORTEST : looks;
    }
}
