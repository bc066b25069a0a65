package se.utfall.person;

/** What an identity written in a file is. Only the first two can be linked (domain 8A.6). */
public enum NumberKind {
    PERSONNUMMER,
    SAMORDNINGSNUMMER,
    INTERIM,
    TF_NUMMER,
    RESERVNUMMER,
    IMMUNITETSNUMMER,
    UNKNOWN,
    MISSING;

    public boolean linkable() {
        return this == PERSONNUMMER || this == SAMORDNINGSNUMMER;
    }
}
