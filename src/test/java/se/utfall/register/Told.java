package se.utfall.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import se.utfall.person.PersonalNumber;
import se.utfall.person.ProtectedStatus;

/** A row as the case system tells it; a test says what it is about, the rest is as good as any. */
final class Told {
    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T08:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-01T01:00:00Z");
    private final PersonalNumber number;
    private final String id;
    private Instant changed = changedAt(1);
    private Instant extracted = MARCH;
    private int line = 2;
    private boolean removed;
    private ProtectedStatus status = ProtectedStatus.NO;
    private String start = "2024-01-15";
    private @Nullable String end = "2024-08-31";
    private @Nullable String in;
    private String type = "STOCKHOLMSJOBB";
    private String district = "Farsta";
    private String level = "2";
    private Integer answer = 3;

    private Told(PersonalNumber number, String id) {
        this.number = number;
        this.id = id;
    }

    static Told of(PersonalNumber number, String id) {
        return new Told(number, id);
    }

    /** The {@code andrad} is so many days into the year. */
    static Instant changedAt(int day) {
        return NEW_YEAR.plus(day, ChronoUnit.DAYS);
    }

    /** The extract was taken so many days into March. */
    static Instant extractedAt(int day) {
        return MARCH.plus(day, ChronoUnit.DAYS);
    }

    Told changed(int day) {
        return at(changedAt(day));
    }

    Told at(Instant moment) {
        changed = moment;
        return this;
    }

    Told extracted(int day) {
        extracted = extractedAt(day);
        return this;
    }

    Told line(int number) {
        line = number;
        return this;
    }

    Told gone() {
        removed = true;
        return this;
    }

    Told shielded(ProtectedStatus now) {
        status = now;
        return this;
    }

    Told starts(String date) {
        start = date;
        return this;
    }

    Told ends(@Nullable String date) {
        end = date;
        return this;
    }

    Told in(@Nullable String reference) {
        in = reference;
        return this;
    }

    Told type(String measureType) {
        type = measureType;
        return this;
    }

    Told district(String code) {
        district = code;
        return this;
    }

    Told level(String code) {
        level = code;
        return this;
    }

    Told answer(int value) {
        answer = value;
        return this;
    }

    Fact.Stamp stamp() {
        return new Fact.Stamp(changed, extracted, line, removed);
    }

    Fact.Enrolment enrolment() {
        if (removed) {
            return new Fact.Enrolment(
                    stamp(),
                    number,
                    id,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ProtectedStatus.UNKNOWN);
        }
        return new Fact.Enrolment(
                stamp(),
                number,
                id,
                LocalDate.parse(start),
                "Kista",
                district,
                "SJALV",
                true,
                "ARBETSLOS",
                null,
                level,
                true,
                "2",
                status);
    }

    Fact.Exit exit() {
        return removed
                ? new Fact.Exit(stamp(), number, id, null, null, null)
                : new Fact.Exit(stamp(), number, id, date(end), "ARBETE", null);
    }

    Fact.Measure measure() {
        if (removed) {
            return new Fact.Measure(stamp(), number, id, null, null, null, null, null, null, null, null, null, null);
        }
        return new Fact.Measure(
                stamp(),
                number,
                id,
                in,
                type,
                "EXTERN",
                LocalDate.parse(start),
                null,
                date(end),
                75,
                null,
                "ARBETE",
                "Kommunen");
    }

    Fact.Rating rating(String question) {
        return new Fact.Rating(stamp(), number, id, question, in, LocalDate.parse(start), 1, "JT", "2", answer, 0, 10);
    }

    Fact.Cost cost(long ore) {
        return new Fact.Cost(
                stamp(),
                id,
                type,
                null,
                LocalDate.parse(start),
                LocalDate.parse(start).plusMonths(3),
                "LON",
                ore,
                12);
    }

    Fact.NumberChange becomes(PersonalNumber next) {
        return new Fact.NumberChange(stamp(), number, next, "GN", LocalDate.parse(start));
    }

    Fact.NumberChange becomesNothing() {
        return new Fact.NumberChange(gone().stamp(), number, null, null, null);
    }

    Fact.Deregistration leaves(String reason, String date) {
        return new Fact.Deregistration(stamp(), number, reason, LocalDate.parse(date));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}
