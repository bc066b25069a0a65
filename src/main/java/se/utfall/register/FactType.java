package se.utfall.register;

import java.util.Locale;

/** The seven file types, in loading order at equal extract time (contract 1). */
public enum FactType {
    NUMMERBYTE,
    INSKRIVNING,
    AVSLUT,
    INSATS,
    PROGRESSION,
    KOSTNAD,
    AVREGISTRERING;

    /** As in file names. */
    public String fileType() {
        return name().toLowerCase(Locale.ROOT);
    }
}
