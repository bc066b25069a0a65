package se.utfall.demo.partner;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Holds a verified package against the contract. */
final class Judging {
    static final String RECEIVED = "MOTTAGEN";
    private static final Set<String> STATUSES = Set.of(RECEIVED, Taken.ACCEPTED, Taken.REFUSED);

    private final String self;
    private final String hub;
    private final Marks marks;
    private final Reading reading;
    private final OrderContent content;

    Judging(String self, String hub, Marks marks, Reading reading, OrderContent content) {
        this.content = content;
        this.self = self;
        this.hub = hub;
        this.marks = marks;
        this.reading = reading;
    }

    /**
     * What was found.
     *
     * @param about the package it speaks of, or empty
     * @param told a receipt's status, or empty
     */
    record Verdict(String verdict, String reason, String about, String told) {
        private static Verdict accepted(String about) {
            return new Verdict(Taken.ACCEPTED, "", about, "");
        }
    }

    /** Gives a verdict in every case; a receipt that does not hold is invalid, everything else refused. */
    Verdict judge(PackageId id, Opened opened, Instant now) throws IOException {
        try {
            if (!opened.oddities().isEmpty()) {
                throw new RefusedException("PGP_PROFIL", String.join(", ", opened.oddities()) + ".");
            }
            PlainPackage plain = Unzipping.read(opened.content());
            plain.manifest().requireAbout(id, hub, self);
            return switch (id.kind()) {
                case BESTALLNING -> order(id, plain, now);
                case ATERKALLELSE -> recall(id, plain);
                case KVITTENS -> receipt(plain);
                case LEVERANS -> throw new RefusedException("SORT", "leveranser tas inte emot här.");
            };
        } catch (RefusedException e) {
            String verdict = id.kind() == Kind.KVITTENS ? Taken.INVALID : Taken.REFUSED;
            return new Verdict(verdict, e.reason(), "", "");
        }
    }

    private Verdict order(PackageId id, PlainPackage plain, Instant now) throws RefusedException {
        if (acceptedOrder(id.order()).isPresent()) {
            throw new RefusedException("REDAN_GODKAND", "en tidigare sekvens av beställningen är godkänd.");
        }
        content.persons(id.fileName(), plain, Reading.day(now));
        return Verdict.accepted("");
    }

    private Verdict recall(PackageId id, PlainPackage plain) throws RefusedException, IOException {
        String about = plain.manifest().text("avser");
        plain.manifest().words("orsak");
        Taken order = acceptedOrder(id.order())
                .filter(taken -> taken.name().equals(about))
                .orElseThrow(() -> new RefusedException("AVSER", "avser ingen godkänd beställning i denna order."));
        int persons = content.persons(about, reading.plain(order), Reading.day(Instant.parse(order.at())));
        if (Reading.recalled(plain).stream().anyMatch(lopnr -> lopnr > persons)) {
            throw new RefusedException("LOPNR", Reading.RECALLED + ": ett lopnr finns inte i beställningen.");
        }
        return Verdict.accepted(about);
    }

    private Verdict receipt(PlainPackage plain) throws RefusedException {
        String about = plain.manifest().text("avser");
        String status = plain.manifest().text("status");
        String reason = plain.manifest().text("orsak");
        String sha256 = plain.manifest().text("sha256");
        if (!plain.isEmpty() || !STATUSES.contains(status) || !reason.matches("([A-Z0-9_]+: .*)?")) {
            throw new RefusedException("KVITTENS", "status, orsak eller filer har fel form.");
        }
        Sent sent = marks.findSent(about)
                .filter(mark -> mark.told().isEmpty())
                .orElseThrow(() -> new RefusedException("AVSER", "kvittensen avser ingen leverans härifrån."));
        if (!sent.sha256().equals(sha256)) {
            throw new RefusedException("SHA256", "kvittensen avser andra byte än de som skickades.");
        }
        boolean last = !status.equals(RECEIVED);
        if (last
                && finalAnswer(about).filter(earlier -> !earlier.equals(status)).isPresent()) {
            throw new RefusedException("SLUTGILTIG", "leveransen är redan slutgiltigt besvarad.");
        }
        return new Verdict(Taken.NOTED, reason, about, status);
    }

    /** GODKAND or AVVISAD, whichever came. */
    Optional<String> finalAnswer(String delivery) {
        return marks.taken().stream()
                .filter(t -> t.verdict().equals(Taken.NOTED) && t.about().equals(delivery))
                .map(Taken::told)
                .filter(told -> !told.equals(RECEIVED))
                .findFirst();
    }

    /** The order package that counts for the order. */
    Optional<Taken> acceptedOrder(String order) {
        return marks.taken().stream()
                .filter(Taken::accepted)
                .filter(taken -> PackageId.parse(taken.name())
                        .filter(id ->
                                id.kind() == Kind.BESTALLNING && id.order().equals(order))
                        .isPresent())
                .findFirst();
    }
}
