package se.utfall.order;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.register.EnrolmentPeriod;
import se.utfall.register.MeasurePeriod;
import se.utfall.register.Spell;

/**
 * The content files of a study (contract 2): {@code individer.csv}, {@code inskrivningar.csv}, {@code insatser.csv}. Running numbers, dates and codes from closed
 * lists; ids of the case system are replaced by numbers from 1 within the person.
 */
final class StudyContent {
    private static final int BUFFER = 64 * 1024;
    private final List<Member> members;
    private final Careers careers;

    StudyContent(List<Member> members, Careers careers) {
        this.members = members;
        this.careers = careers;
    }

    List<ContentFile> files() {
        long enrolments = 0;
        long measures = 0;
        for (int number = 1; number <= careers.size(); number++) {
            enrolments += careers.enrolments(number).size();
            measures += careers.measures(number).size();
        }
        return List.of(
                new ContentFile("individer.csv", members.size(), this::persons),
                new ContentFile("inskrivningar.csv", enrolments, this::enrolments),
                new ContentFile("insatser.csv", measures, this::measures));
    }

    private void persons(OutputStream to) throws IOException {
        OutputStream out = begin(to, "lopnr;grupp;kon;fodelsear;utbildningsniva;nyanland\n");
        int number = 0;
        for (Member member : members) {
            Spell.Background known = member.spell().background();
            line(
                    out,
                    ++number,
                    PopulationCsv.group(member),
                    known.sex(),
                    member.spell().number().birthYearInNumber(),
                    known.educationLevel(),
                    yesNo(known.newlyArrived()));
        }
        out.flush();
    }

    private void enrolments(OutputStream to) throws IOException {
        OutputStream out = begin(to, "lopnr;inskrivningsnr;startdatum;avslutsdatum;avslutsorsak\n");
        for (int number = 1; number <= careers.size(); number++) {
            int place = 0;
            for (EnrolmentPeriod one : careers.enrolments(number)) {
                line(out, number, ++place, one.start(), one.exit(), one.exitReason());
            }
        }
        out.flush();
    }

    private void measures(OutputStream to) throws IOException {
        OutputStream out = begin(
                to, "lopnr;insatsnr;inskrivningsnr;insatstyp;arbetsplatstyp;startdatum;slutdatum;omfattning_procent\n");
        for (int number = 1; number <= careers.size(); number++) {
            int place = 0;
            for (MeasurePeriod one : careers.measures(number)) {
                int enrolment = careers.enrolmentNumber(number, one);
                line(
                        out,
                        number,
                        ++place,
                        enrolment == 0 ? null : enrolment,
                        one.type(),
                        one.workplace(),
                        one.start(),
                        one.end(),
                        one.percentage());
            }
        }
        out.flush();
    }

    private static OutputStream begin(OutputStream to, String header) throws IOException {
        OutputStream out = new BufferedOutputStream(to, BUFFER);
        out.write(header.getBytes(StandardCharsets.UTF_8));
        return out;
    }

    /** Codes come from closed lists, so nothing needs quotes. */
    private static void line(OutputStream out, @Nullable Object... fields) throws IOException {
        StringBuilder line = new StringBuilder();
        for (Object field : fields) {
            line.append(line.isEmpty() ? "" : ";").append(field == null ? "" : field.toString());
        }
        out.write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String yesNo(@Nullable Boolean value) {
        return value == null ? null : value ? "J" : "N";
    }

    /** The last day of the ordered months. */
    static LocalDate lastDay(OrderFile file) {
        return file.to().atEndOfMonth();
    }
}
