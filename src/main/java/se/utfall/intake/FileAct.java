package se.utfall.intake;

import java.util.List;

/** What a person may decide about a file; which of them depends on why it waits ({@link Intake#acts}). Each has a closed list of reasons. */
public enum FileAct {
    /** Take a file set aside up again: the good rows are loaded, the bad ones rejected. */
    RELEASE(FileReason.SOURCE_CONFIRMS, FileReason.FAULTS_KNOWN, FileReason.ARCHIVE_RESTORED, FileReason.DECIDED),
    /** Leave a file set aside for good; its name stays free. */
    REJECT(
            FileReason.NEW_FILE_COMES,
            FileReason.TORN,
            FileReason.WRONG_FILE,
            FileReason.HELD_ALREADY,
            FileReason.MAY_NOT_BE_HELD,
            FileReason.DECIDED),
    /** Remove the keys that a loaded full file does not hold, although they are many. */
    CONFIRM_REMOVAL(FileReason.SOURCE_CONFIRMS, FileReason.DECIDED),
    /** Keep the keys that a loaded full file does not hold. */
    KEEP(FileReason.FILE_INCOMPLETE, FileReason.NEW_FILE_COMES, FileReason.DECIDED);

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<FileReason> reasons;

    FileAct(FileReason... reasons) {
        this.reasons = List.of(reasons);
    }

    public List<FileReason> reasons() {
        return reasons;
    }
}
