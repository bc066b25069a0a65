package se.utfall.demo.partner;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every register and variable that an order may name (contract 2), kept here or not. */
final class Catalogue {
    private static final Map<String, List<String>> VARIABLES = Map.of(
            "BAS", List.of("SyssStat", "KommunalInsats", "Subv", "AntalArbetsgivare", "Sni2"),
            "EKB", List.of("Bistand", "HushallBelopp", "HushallPersoner", "Forsorjningshinder", "Avslutsorsak"),
            "LISA",
                    List.of(
                            "LoneInk",
                            "ForvInk",
                            "DispInk04",
                            "SocBidrPersF",
                            "ArbLos",
                            "ALosDag",
                            "AmPol",
                            "StudDelt",
                            "Sun2020Niva",
                            "Sun2020Niva_Old"),
            "AF", List.of("Inskriven", "SKAT", "OppetDagar", "ProgramDagar", "Programkod", "Akassa", "Aktivitetsstod"));

    private Catalogue() {}

    static boolean hasRegister(String register) {
        return VARIABLES.containsKey(register);
    }

    static boolean has(String register, String variable) {
        return VARIABLES.getOrDefault(register, List.of()).contains(variable);
    }

    static boolean kept(String register) {
        return Stream.of(Register.values()).anyMatch(r -> r.name().equals(register));
    }
}
