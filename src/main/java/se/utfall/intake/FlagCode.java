package se.utfall.intake;

/** What is listed of a file whose rows were loaded; the names are the stable codes. */
enum FlagCode {
    /** A local code seen for the first time. */
    NY_LOKAL_KOD,
    /** A reason outside the known list, kept. */
    ORSAK_OKAND,
    /** Codes emptied because they carry what cannot be followed as a group. */
    KOD_SPARRAD,
    /** Keys that a full file no longer holds, removed. */
    FULL_BORTTAGNA,
    /** Keys that a full file no longer holds, left alone until people decide. */
    FULL_INGET_BORTTAGET
}
