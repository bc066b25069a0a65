package se.utfall.order;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.utfall.outcome.SourceRegister;

/** What may be ordered: the columns of contract 2's delivery tables, and what never may. */
final class KnownVariables {
    private static final Map<SourceRegister, List<String>> KNOWN = new EnumMap<>(Map.of(
            SourceRegister.BAS, List.of("SyssStat", "KommunalInsats", "Subv", "AntalArbetsgivare", "Sni2"),
            SourceRegister.LISA,
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
            SourceRegister.EKB,
                    List.of("Bistand", "HushallBelopp", "HushallPersoner", "Forsorjningshinder", "Avslutsorsak"),
            SourceRegister.AF,
                    List.of(
                            "Inskriven",
                            "SKAT",
                            "OppetDagar",
                            "ProgramDagar",
                            "Programkod",
                            "Akassa",
                            "Aktivitetsstod")));
    private static final List<String> DISABILITY =
            List.of("funktionsned", "funktionshind", "funktionsvari", "handikapp", "disab", "funknedsatt", "lss");

    private KnownVariables() {}

    static List<String> of(SourceRegister register) {
        return KNOWN.getOrDefault(register, List.of());
    }

    /** True when the name speaks of disability: special category data (GDPR 9) that the city cannot follow as a group. */
    static boolean disability(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-zåäö]", "");
        return DISABILITY.stream().anyMatch(plain::contains);
    }
}
