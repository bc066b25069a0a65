package se.utfall.intake;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a file stands, as far as people may decide about it.
 *
 * @param replaced whether another file was accepted under its name
 */
record StandingFile(
        String id,
        String source,
        String name,
        String state,
        @Nullable String code,
        @Nullable Absence absence,
        boolean replaced) {

    boolean quarantined() {
        return state.equals(FileReport.State.QUARANTINED.name());
    }

    /** What may be decided now; none when the file waits for nobody. */
    Set<FileAct> acts() {
        if (quarantined() && code != null) {
            return replaced
                    ? EnumSet.of(FileAct.REJECT)
                    : FileFault.valueOf(code).acts();
        }
        if (absence == Absence.MANY) {
            return EnumSet.of(FileAct.CONFIRM_REMOVAL, FileAct.KEEP);
        }
        return absence == Absence.UNREADABLE ? EnumSet.of(FileAct.KEEP) : Set.of();
    }
}
