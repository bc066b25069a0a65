package se.utfall.intake;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Why a whole file is set aside and nothing of it loaded (contract 0 and 1); the names are the stable codes. Each says what people may decide. */
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
    /** The file is whole and in the archive: people may let its good rows in. */
    FOR_MANGA_FEL,
    /** The sealed file can no longer be read; once the archive is mended it can be tried again. */
    ARKIV;

    private static final Set<FileFault> RELEASABLE = Collections.unmodifiableSet(EnumSet.of(FOR_MANGA_FEL, ARKIV));

    /** A file that is not what its manifest says, or not readable as what it says it is, is never released: it can be corrected at its source only. */
    Set<FileAct> acts() {
        return RELEASABLE.contains(this) ? EnumSet.of(FileAct.RELEASE, FileAct.REJECT) : EnumSet.of(FileAct.REJECT);
    }
}
