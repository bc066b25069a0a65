package se.utfall.demo.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the registers kept here hold (contract 2). */
enum Variable {
    SYSS_STAT(Register.BAS, "SyssStat", "SYSSSTAT", "9", "6", "2"),
    KOMMUNAL_INSATS(Register.BAS, "KommunalInsats", "kommunalinsats", "X", "N", "J"),
    SUBV(Register.BAS, "Subv", "SUBV", "1", "N", "J"),
    ANTAL_ARBETSGIVARE(Register.BAS, "AntalArbetsgivare", "antalArbetsgivare", "-1", "1", "2"),
    SNI2(Register.BAS, "Sni2", "SNI2", "8", "47", "56"),
    LONE_INK(Register.LISA, "LoneInk", "LONEINK", "-1", "2100", "2250"),
    FORV_INK(Register.LISA, "ForvInk", "ForvInk", "12,5", "2300", "-40"),
    DISP_INK(Register.LISA, "DispInk04", "dispink04", "--1", "1800", "-15"),
    SOC_BIDR(Register.LISA, "SocBidrPersF", "SocBidrPersF", "-20", "0", "310"),
    ARB_LOS(Register.LISA, "ArbLos", "ARBLOS", "1e3", "0", "240"),
    A_LOS_DAG(Register.LISA, "ALosDag", "AlosDag", "367", "0", "120"),
    AM_POL(Register.LISA, "AmPol", "AmPol", "x", "0", "95"),
    STUD_DELT(Register.LISA, "StudDelt", "studdelt", "", "0", "2"),
    SUN_NIVA(Register.LISA, "Sun2020Niva", "Sun2000niva", "33", "330", "206"),
    SUN_NIVA_OLD(Register.LISA, "Sun2020Niva_Old", "Sun2000niva_old", "10", "3", "2"),
    BISTAND(Register.EKB, "Bistand", "BISTAND", "j", "J", "N"),
    HUSHALL_BELOPP(Register.EKB, "HushallBelopp", "hushallbelopp", "12,5", "4100", "4200"),
    HUSHALL_PERSONER(Register.EKB, "HushallPersoner", "HUSHALLPERSONER", "-1", "1", "2"),
    FORSORJNINGSHINDER(Register.EKB, "Forsorjningshinder", "forsorjningsHinder", "", "04", "08"),
    AVSLUTSORSAK(Register.EKB, "Avslutsorsak", "AVSLUTSORSAK", "", "01", "03"),
    INSKRIVEN(Register.AF, "Inskriven", "INSKRIVEN", "1", "J", "N"),
    SKAT(Register.AF, "SKAT", "Skat", "", "11", "21"),
    OPPET_DAGAR(Register.AF, "OppetDagar", "OPPETDAGAR", "32", "30", "14"),
    PROGRAM_DAGAR(Register.AF, "ProgramDagar", "Programdagar", "-1", "0", "21"),
    PROGRAMKOD(Register.AF, "Programkod", "PROGRAMKOD", "", "68", "35"),
    AKASSA(Register.AF, "Akassa", "AKASSA", "99,50", "0", "11200"),
    AKTIVITETSSTOD(Register.AF, "Aktivitetsstod", "aktivitetsstod", "-5", "0", "6300");

    private final Register register;
    private final String ordered;
    private final String printed;
    private final String invalid;
    private final String usual;
    private final String other;

    /**
     * @param ordered the name as orders use it
     * @param printed the name as this partner's tables write it: case means nothing there, and a register may use an older name
     * @param invalid a value that the contract does not allow; empty where nearly everything is allowed
     */
    Variable(Register register, String ordered, String printed, String invalid, String usual, String other) {
        this.register = register;
        this.ordered = ordered;
        this.printed = printed;
        this.invalid = invalid;
        this.usual = usual;
        this.other = other;
    }

    static Optional<Variable> find(Register register, String ordered) {
        return Arrays.stream(values())
                .filter(v -> v.register == register && v.ordered.equals(ordered))
                .findFirst();
    }

    static List<Variable> of(Register register) {
        return Arrays.stream(values()).filter(v -> v.register == register).toList();
    }

    /** A number of its own for throws of dice; String hashes are the same on every Java. */
    int salt() {
        return ordered.hashCode();
    }

    String printed() {
        return printed;
    }

    String invalid() {
        return invalid;
    }

    /** A valid value that differs from this one. */
    String otherThan(String value) {
        return usual.equals(value) ? other : usual;
    }
}
