package se.utfall.demo.people;

import java.util.List;

/** The codes that the made-up case system uses; a code named twice is twice as common. */
final class Lists {
    static final List<String> OFFICES = List.of("Farsta", "Skärholmen", "Kista", "Vällingby", "Söderort", "Unga");
    static final List<String> DISTRICTS = List.of(
            "Farsta",
            "Skärholmen",
            "Rinkeby-Kista",
            "Hässelby-Vällingby",
            "Enskede-Årsta-Vantör",
            "Spånga-Tensta",
            "Södermalm",
            "Älvsjö",
            "");
    static final List<String> REFERRED = List.of(
            "SOCIALTJANST", "SOCIALTJANST", "SOCIALTJANST", "ARBETSFORMEDLINGEN", "SJALV", "UPPSOKANDE", "ANNAN", "");
    static final List<String> YES_NO = List.of("J", "J", "N", "");
    static final List<String> OBSTACLES = List.of(
            "ARBETSLOS",
            "ARBETSLOS",
            "ARBETSLOS",
            "SJUK",
            "SOCIALA_SKAL",
            "FORALDRALEDIG",
            "DELTID",
            "SPRAKHINDER",
            "SPRAKHINDER",
            "UTAN_HINDER",
            "ANNAT",
            "");
    static final List<String> EDUCATION = List.of("1", "2", "2", "2", "3", "3", "4", "5", "6", "9", "");
    static final List<String> NEWCOMER = List.of("J", "N", "N", "N", "");
    static final List<String> EXIT_REASONS = List.of(
            "ARBETE",
            "ARBETE",
            "SUBVENTIONERAT_ARBETE",
            "STUDIER",
            "STUDIER",
            "FLYTTAT",
            "SJUK",
            "UTEBLIVEN",
            "ANNAN",
            "");
    static final List<String> FOLLOW_UPS = List.of("ARBETE", "STUDIER", "INGET", "EJ_NADD", "");
    static final List<String> WORKPLACES = List.of("ORDINARIE", "ORDINARIE", "SARSKILD", "EXTERN", "INGEN");
    static final List<String> OTHER_MEASURES = List.of(
            "EXTRATJANST",
            "ARBETSTRANING",
            "PRAKTIK",
            "UTBILDNING",
            "JOBBCOACHNING",
            "JOBBCOACHNING",
            "MATCHNING",
            "FORBEREDANDE",
            "GRUPP",
            "ANNAN");
    static final List<String> BROKEN = List.of("ARBETE", "STUDIER", "SJUK", "UTEBLIVEN", "ANNAN");
    static final List<String> GOALS = List.of("ARBETE", "ARBETE", "STUDIER", "AKTIVITET", "HALSA", "");
    static final List<String> PROVIDERS = List.of("Kommunen", "Hantverksgården", "Språkverkstan", "Åsö-vux", "");
    static final List<String> COSTED =
            List.of("STOCKHOLMSJOBB", "EXTRATJANST", "ARBETSTRANING", "JOBBCOACHNING", "UTBILDNING");
    static final List<String> COST_KINDS =
            List.of("LON", "STATSBIDRAG", "PERSONAL", "LOKAL", "KOPT_TJANST", "OVERHEAD");

    private Lists() {}
}
