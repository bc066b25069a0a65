package se.utfall.intake;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;
import se.utfall.person.ProtectedStatus;
import se.utfall.register.Fact;
import se.utfall.register.Fact.Stamp;
import se.utfall.register.FactType;

/** Makes the register's facts of rows without faults. */
final class FactMaking {
    private static final String NUMBER = "personnummer";

    private FactMaking() {}

    static Fact fact(FactType type, RowValues row, int line, Instant extractedAt, boolean removed) {
        Stamp stamp = new Stamp(row.required(Layout.CHANGED, Instant.class), extractedAt, line, removed);
        return switch (type) {
            case INSKRIVNING -> enrolment(row, stamp);
            case AVSLUT -> exit(row, stamp);
            case INSATS -> measure(row, stamp);
            case PROGRESSION -> rating(row, stamp);
            case KOSTNAD -> cost(row, stamp);
            case NUMMERBYTE -> numberChange(row, stamp);
            case AVREGISTRERING ->
                new Fact.Deregistration(stamp, number(row), id(row, "orsak"), row.required("datum", LocalDate.class));
        };
    }

    private static Fact enrolment(RowValues row, Stamp stamp) {
        return new Fact.Enrolment(
                stamp,
                number(row),
                id(row, "inskrivning_id"),
                row.date("startdatum"),
                row.text("jobbtorg"),
                row.text("stadsdel"),
                row.text("anvisad_av"),
                row.flag("ekonomiskt_bistand"),
                row.text("forsorjningshinder"),
                row.flag("inskriven_af"),
                row.text("utbildningsniva"),
                row.flag("nyanland"),
                row.text("kon"),
                status(row.flag("skyddad")));
    }

    private static Fact exit(RowValues row, Stamp stamp) {
        return new Fact.Exit(
                stamp,
                number(row),
                id(row, "inskrivning_id"),
                row.date("avslutsdatum"),
                row.text("avslutsorsak"),
                row.text("uppfoljning_3man"));
    }

    private static Fact measure(RowValues row, Stamp stamp) {
        return new Fact.Measure(
                stamp,
                number(row),
                id(row, "insats_id"),
                row.text("inskrivning_id"),
                row.text("insatstyp"),
                row.text("arbetsplatstyp"),
                row.date("startdatum"),
                row.date("planerat_slutdatum"),
                row.date("slutdatum"),
                row.whole("omfattning_procent"),
                row.text("avbrottsorsak"),
                row.text("mal"),
                row.text("anordnare"));
    }

    private static Fact rating(RowValues row, Stamp stamp) {
        return new Fact.Rating(
                stamp,
                number(row),
                id(row, "skattning_id"),
                id(row, "fraga"),
                row.text("insats_id"),
                row.date("matdatum"),
                row.whole("matomgang"),
                row.text("instrument"),
                row.text("instrumentversion"),
                row.whole("varde"),
                row.whole("skala_min"),
                row.whole("skala_max"));
    }

    private static Fact cost(RowValues row, Stamp stamp) {
        return new Fact.Cost(
                stamp,
                id(row, "kostnad_id"),
                row.text("insatstyp"),
                row.text("jobbtorg"),
                row.date("period_start"),
                row.date("period_slut"),
                row.text("kostnadsslag"),
                (Long) row.get("belopp"),
                row.whole("deltagare"));
    }

    private static Fact numberChange(RowValues row, Stamp stamp) {
        return new Fact.NumberChange(
                stamp,
                row.required("gammalt_nummer", PersonalNumber.class),
                (PersonalNumber) row.get("nytt_nummer"),
                row.text("orsak"),
                row.date("datum"));
    }

    private static PersonalNumber number(RowValues row) {
        return row.required(NUMBER, PersonalNumber.class);
    }

    private static String id(RowValues row, String column) {
        return row.required(column, String.class);
    }

    private static ProtectedStatus status(@Nullable Boolean flag) {
        if (flag == null) {
            return ProtectedStatus.UNKNOWN;
        }
        return flag ? ProtectedStatus.YES : ProtectedStatus.NO;
    }
}
