package se.utfall.register;

/** Why a row is refused or listed for people; the names are the stable codes. */
enum RowRule {
    /** Refused: the same old number, changed at the same time, has another new number too. */
    NUMMERBYTE_GREN,
    /** Refused: the change would close a ring of numbers. */
    NUMMERBYTE_RING,
    /** Listed: the row refers to an id of another person, or is referred to by rows of another; in no order until solved. */
    ANNAN_PERSON,
    /** Listed: the row's own id was another person's until now. */
    BYTT_PERSON,
    /** Listed: a known reason of deregistration that people must judge. */
    ORSAK_GRANSKAS,
    /** Listed: a reason of deregistration outside the list; kept. */
    ORSAK_OKAND
}
