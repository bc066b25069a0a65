package se.utfall.order;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code population.csv} (contract 2): UTF-8, LF, one row per person, sorted by running number. */
final class PopulationCsv {
    static final String NAME = "population.csv";
    private static final String HEADER = "lopnr;personnummer;grupp;startdatum;slutdatum\n";

    private PopulationCsv() {}

    /** Leaves {@code to} open. */
    static void write(List<Member> members, boolean study, OutputStream to) throws IOException {
        BufferedOutputStream out = new BufferedOutputStream(to, 64 * 1024);
        out.write(HEADER.getBytes(StandardCharsets.UTF_8));
        int lopnr = 0;
        for (Member member : members) {
            lopnr++;
            out.write((study ? key(lopnr, member) : row(lopnr, member)).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    /** In a study's key file: neither group nor dates. */
    private static String key(int lopnr, Member member) {
        return lopnr + ";" + member.spell().number().digits() + ";STUDIE;;\n";
    }

    private static String row(int lopnr, Member member) {
        String end = member.spell().end() == null
                ? ""
                : String.valueOf(member.spell().end());
        return lopnr + ";" + member.spell().number().digits() + ";" + group(member) + ";"
                + member.spell().start() + ";" + end + "\n";
    }

    static String group(Member member) {
        return member.comparison() ? "JAMFORELSE" : "DELTAGARE";
    }
}
