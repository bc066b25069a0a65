package se.utfall.person;

/** Why a text is no personal number. */
public enum NumberFault {
    FORMAT,
    CHECK_DIGIT,
    DATE,
    FUTURE,
    CENTURY,
    SERIAL,
    AMBIGUOUS_CENTURY,
    SEPARATOR,
    EXCEL_DAMAGE
}
