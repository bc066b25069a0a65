package se.utfall.console.page;

import java.util.List;
import java.util.Set;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileStep;
import se.utfall.intake.IntakeFinding;

/** One file: its state, its way, what was found in it, and what a person may decide. */
public record FilePage(
        Frame frame, FileReport file, List<FileStep> steps, List<IntakeFinding> findings, Set<FileAct> acts) {
    private static final int SHOWN = 200;

    public Texts texts() {
        return frame.texts();
    }

    /** What was found besides rejected rows, which stand in the rejects file. */
    public List<IntakeFinding> notable() {
        return findings.stream()
                .filter(f -> !(f instanceof IntakeFinding.RowRejected))
                .limit(SHOWN)
                .toList();
    }

    public Deed deed(FileAct act) {
        return new Deeds(texts()).decide(file, act);
    }

    /** What a step adds to its kind: a code's words, a count, a reason. */
    public String detail(FileStep step) {
        return switch (step.kind()) {
            case QUARANTINED -> step.detail();
            case LOADED, REMOVAL_WAITS -> texts().number(Long.parseLong(step.detail()));
            case RELEASED, REJECTED, REMOVAL_CONFIRMED, REMOVAL_DECLINED ->
                texts().reason("file.reason", step.detail());
            default -> "";
        };
    }
}
