package se.utfall.console.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.audit.AuditTrail.Verdict;
import se.utfall.audit.TrailLine;
import se.utfall.store.ActingUser;

/**
 * The audit trail and the users, for those who look after security.
 *
 * @param verdict of walking the whole chain, null when it was not asked for
 */
public record TrailPage(
        Frame frame,
        List<TrailLine> lines,
        List<ActingUser> users,
        @Nullable Verdict verdict) {
    public static final int SHOWN = 100;

    public Texts texts() {
        return frame.texts();
    }

    /** Where the next older lines begin, 0 when there are none. */
    public long older() {
        return lines.size() < SHOWN ? 0 : lines.get(lines.size() - 1).seq();
    }
}
