package se.utfall.console.page;

import java.util.Arrays;
import java.util.List;

/** Why a route is paused or resumed: a closed list, since free text in the trail could hold anybody's data. */
public enum Reason {
    PLANNED_WORK(true),
    COUNTERPART(true),
    SUSPECTED_FAULT(true),
    SECURITY(true),
    PAUSE_DECIDED(true),
    WORK_DONE(false),
    FAULT_FIXED(false),
    RESUME_DECIDED(false);

    private final boolean pauses;

    Reason(boolean pauses) {
        this.pauses = pauses;
    }

    public static List<Reason> toPause() {
        return Arrays.stream(values()).filter(r -> r.pauses).toList();
    }

    public static List<Reason> toResume() {
        return Arrays.stream(values()).filter(r -> !r.pauses).toList();
    }
}
