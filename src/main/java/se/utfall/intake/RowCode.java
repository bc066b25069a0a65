package se.utfall.intake;

import se.utfall.person.NumberFault;
import se.utfall.person.NumberKind;

/** Why a row is rejected; the names are the stable codes of {@code <file>.rejects.csv}. */
enum RowCode {
    FALT,
    SAKNAS,
    DATUM,
    TID,
    HELTAL,
    VARDEOMRADE,
    BELOPP,
    KOD,
    LOKAL_KOD,
    LOKAL_KOD_SIFFROR,
    ID,
    JA_NEJ,
    ORDNING,
    NUMMER_FORMAT,
    NUMMER_KONTROLLSIFFRA,
    NUMMER_DATUM,
    NUMMER_FRAMTID,
    NUMMER_SEKEL,
    NUMMER_FODELSENUMMER,
    NUMMER_TVETYDIGT,
    NUMMER_SKILJETECKEN,
    NUMMER_EXCEL,
    NUMMER_INTERIM,
    NUMMER_TF,
    NUMMER_RESERV,
    NUMMER_IMMUNITET,
    NUMMER_OKANT,
    NUMMER_SAKNAS;

    /** Whether a row with only such faults is listed but does not count towards the share of bad rows (contract 0, personal numbers inward). */
    boolean unlinkable() {
        return compareTo(NUMMER_INTERIM) >= 0;
    }

    static RowCode of(NumberFault fault) {
        return switch (fault) {
            case FORMAT -> NUMMER_FORMAT;
            case CHECK_DIGIT -> NUMMER_KONTROLLSIFFRA;
            case DATE -> NUMMER_DATUM;
            case FUTURE -> NUMMER_FRAMTID;
            case CENTURY -> NUMMER_SEKEL;
            case SERIAL -> NUMMER_FODELSENUMMER;
            case AMBIGUOUS_CENTURY -> NUMMER_TVETYDIGT;
            case SEPARATOR -> NUMMER_SKILJETECKEN;
            case EXCEL_DAMAGE -> NUMMER_EXCEL;
        };
    }

    static RowCode of(NumberKind kind) {
        return switch (kind) {
            case INTERIM -> NUMMER_INTERIM;
            case TF_NUMMER -> NUMMER_TF;
            case RESERVNUMMER -> NUMMER_RESERV;
            case IMMUNITETSNUMMER -> NUMMER_IMMUNITET;
            case MISSING -> NUMMER_SAKNAS;
            case UNKNOWN, PERSONNUMMER, SAMORDNINGSNUMMER -> NUMMER_OKANT;
        };
    }
}
