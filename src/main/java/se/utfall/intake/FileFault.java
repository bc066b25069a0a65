package se.utfall.intake;

/** Why a whole file is set aside and nothing of it loaded (contract 0 and 1); the names are the stable codes. */
enum FileFault {
    /** Not {@code <type>_<YYYYMMDD>_<NNN>.csv}. */
    NAMN,
    TYP_OKAND,
    MANIFEST_JSON,
    MANIFEST_FALT,
    MANIFEST_FIL,
    MANIFEST_TYP,
    MANIFEST_LAYOUT,
    /** The bytes are not those the manifest speaks of: torn; does not occupy its name. */
    HASH,
    /** Other content under a name that was accepted: the first stands. */
    NAMN_UPPTAGET,
    BOM,
    TECKEN,
    NUL,
    FUNKTIONSNEDSATTNING,
    RUBRIK,
    /** An unbalanced quote, or a field so long that one is sure to be. */
    CITAT,
    RADANTAL,
    FULL_GAMMAL,
    FOR_MANGA_FEL,
    /** The sealed file can no longer be read. */
    ARKIV
}
