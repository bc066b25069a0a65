package se.utfall.demo.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The case system's seven files and their columns, to the letter of the contract. */
@SuppressWarnings("ImmutableEnumChecker") // List.of and Set.of
enum FileType {
    NUMMERBYTE("gammalt_nummer;nytt_nummer;orsak;datum;andrad;borttagen", 0),
    INSKRIVNING(
            "personnummer;inskrivning_id;startdatum;jobbtorg;stadsdel;anvisad_av;ekonomiskt_bistand;"
                    + "forsorjningshinder;inskriven_af;utbildningsniva;nyanland;kon;skyddad;andrad;borttagen",
            0,
            1),
    AVSLUT("personnummer;inskrivning_id;avslutsdatum;avslutsorsak;uppfoljning_3man;andrad;borttagen", 0, 1),
    INSATS(
            "personnummer;insats_id;inskrivning_id;insatstyp;arbetsplatstyp;startdatum;planerat_slutdatum;slutdatum;"
                    + "omfattning_procent;avbrottsorsak;mal;anordnare;andrad;borttagen",
            0,
            1),
    PROGRESSION(
            "personnummer;skattning_id;insats_id;matdatum;matomgang;instrument;instrumentversion;fraga;varde;"
                    + "skala_min;skala_max;andrad;borttagen",
            0,
            1,
            7),
    KOSTNAD("kostnad_id;insatstyp;jobbtorg;period_start;period_slut;kostnadsslag;belopp;deltagare;andrad;borttagen", 0),
    AVREGISTRERING("personnummer;orsak;datum;andrad;borttagen", 0, 1, 2);

    private final List<String> columns;

    private final Set<Integer> named;

    FileType(String header, Integer... named) {
        this.columns = List.of(header.split(";"));
        this.named = Set.of(named);
    }

    /** What a removed row still says: its key, the person's number, the time and J. */
    List<String> removal(List<String> row, String changed) {
        List<String> fields = new ArrayList<>();
        for (int i = 0; i < columns.size() - 2; i++) {
            fields.add(named.contains(i) ? row.get(i) : "");
        }
        fields.add(changed);
        fields.add("J");
        return fields;
    }

    List<String> columns() {
        return columns;
    }

    String typ() {
        return name().toLowerCase(Locale.ROOT);
    }
}
