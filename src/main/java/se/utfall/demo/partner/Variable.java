package se.utfall.demo.partner;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the two registers kept here hold (contract 2). */
enum Variable {
    SYSS_STAT(Register.BAS, "SyssStat", "SYSSSTAT", "9", "6", "2"),
    KOMMUNAL_INSATS(Register.BAS, "KommunalInsats", "kommunalinsats", "X", "N", "J"),
    SUBV(Register.BAS, "Subv", "SUBV", "1", "N", "J"),
    ANTAL_ARBETSGIVARE(Register.BAS, "AntalArbetsgivare", "antalArbetsgivare", "-1", "1", "2"),
    SNI2(Register.BAS, "Sni2", "SNI2", "8", "47", "56"),
    BISTAND(Register.EKB, "Bistand", "BISTAND", "j", "J", "N"),
    HUSHALL_BELOPP(Register.EKB, "HushallBelopp", "hushallbelopp", "12,5", "4100", "4200"),
    HUSHALL_PERSONER(Register.EKB, "HushallPersoner", "HUSHALLPERSONER", "-1", "1", "2"),
    FORSORJNINGSHINDER(Register.EKB, "Forsorjningshinder", "forsorjningsHinder", "", "04", "08"),
    AVSLUTSORSAK(Register.EKB, "Avslutsorsak", "AVSLUTSORSAK", "", "01", "03");

    private final Register register;
    private final String ordered;
    private final String printed;
    private final String invalid;
    private final String usual;
    private final String other;

    /**
     * @param ordered the name as orders use it
     * @param printed the name as this partner's tables write it: case means nothing there
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
