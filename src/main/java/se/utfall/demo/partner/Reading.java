package se.utfall.demo.partner;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads packages that were judged before, from the encrypted copies: nobody's number is kept anywhere else. */
final class Reading {
    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    static final String RECALLED = "lopnr.csv";
    private static final List<String> HEADER = List.of("lopnr");

    private final Archive archive;
    private final Opening opening;
    private final Marks marks;

    Reading(Archive archive, Opening opening, Marks marks) {
        this.archive = archive;
        this.opening = opening;
        this.marks = marks;
    }

    /**
     * An accepted order.
     *
     * @param name of its package
     */
    record Order(String name, OrderTerms terms, People people) {
        static Order of(String name, PlainPackage plain, LocalDate today) throws RefusedException {
            OrderTerms terms = OrderTerms.of(plain.manifest(), today);
            People people = PopulationReading.read(plain.only(PopulationReading.FILE), terms.mode(), today);
            return new Order(name, terms, people);
        }
    }

    static LocalDate day(Instant at) {
        return at.atZone(STOCKHOLM).toLocalDate();
    }

    Order order(Taken taken) throws IOException {
        try {
            return Order.of(taken.name(), plain(taken), day(Instant.parse(taken.at())));
        } catch (RefusedException e) {
            throw unreadable(taken, e);
        }
    }

    /** Everybody recalled from the order by now. */
    Set<Integer> recalled(String order) throws IOException {
        Set<Integer> all = new HashSet<>();
        for (Taken taken : marks.taken()) {
            boolean recall = PackageId.parse(taken.name())
                    .filter(id -> id.kind() == Kind.ATERKALLELSE && id.order().equals(order))
                    .isPresent();
            if (recall && taken.accepted()) {
                try {
                    all.addAll(recalled(plain(taken)));
                } catch (RefusedException e) {
                    throw unreadable(taken, e);
                }
            }
        }
        return all;
    }

    static Set<Integer> recalled(PlainPackage plain) throws RefusedException {
        Set<Integer> recalled = new HashSet<>();
        CsvLines.read(RECALLED, plain.only(RECALLED), HEADER, (line, fields) -> {
            boolean number = fields[0].matches("[1-9][0-9]{0,8}");
            if (!number || !recalled.add(Integer.valueOf(fields[0]))) {
                throw new RefusedException("LOPNR", RECALLED + " rad " + line + ": inget lopnr, eller nämnt förut.");
            }
        });
        if (recalled.isEmpty()) {
            throw new RefusedException("TOM", RECALLED + ": inget lopnr.");
        }
        return recalled;
    }

    PlainPackage plain(Taken taken) throws IOException, RefusedException {
        try {
            return Unzipping.read(
                    opening.open(archive.get(taken), Instant.parse(taken.at())).content());
        } catch (UnverifiedException e) {
            throw unreadable(taken, e);
        }
    }

    private static IOException unreadable(Taken taken, Exception cause) {
        return new IOException(taken.name() + ": accepted before, unreadable now", cause);
    }
}
