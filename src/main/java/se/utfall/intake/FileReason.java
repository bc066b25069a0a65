package se.utfall.intake;

/** Why a person decides so about a file: a closed list, since free text in the trail could hold anybody's data. */
public enum FileReason {
    /** The source was asked and stands by what it wrote. */
    SOURCE_CONFIRMS,
    FAULTS_KNOWN,
    ARCHIVE_RESTORED,
    NEW_FILE_COMES,
    TORN,
    WRONG_FILE,
    HELD_ALREADY,
    MAY_NOT_BE_HELD,
    FILE_INCOMPLETE,
    /** Somebody in charge decided. */
    DECIDED
}
