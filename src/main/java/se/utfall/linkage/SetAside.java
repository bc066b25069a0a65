package se.utfall.linkage;

/** Why a row is set aside, in the order in which the reasons are tried (contract 2); the first that holds counts. */
enum SetAside {
    /** Another number of fields than the header. */
    FALT,
    /** No such running number in the order. */
    OKANT_LOPNR,
    /** The person was recalled. */
    ATERKALLAD,
    /** Unreadable, or outside the order's or the table's periods. */
    PERIOD,
    /** The row belongs to a re-used number. */
    ATERPNR,
    /** A value of an ordered column is not what its mapping allows. */
    OGILTIGT_VARDE,
    /** Another row of the same person and period was linked, or none could be chosen. */
    DUBBLETT
}
