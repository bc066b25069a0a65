package se.utfall.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;
import se.utfall.person.PersonalNumber;

/**
 * One spell with its person as the register knows them now.
 *
 * @param id measure or enrolment id; ties between spells are broken by it
 * @param end null while it runs
 * @param usable false when flagged (another person's id, unresolved fork): in no order until solved
 */
public record Spell(
        PersonKey person,
        PersonalNumber number,
        String id,
        @Nullable String measureType,
        @Nullable String workplace,
        LocalDate start,
        @Nullable LocalDate end,
        boolean usable,
        Standing standing,
        Background background) {

    /** Whether the person can be in an order. {@code lastExit} is the latest exit from Jobbtorg known now. */
    public record Standing(
            boolean protectedPerson,
            boolean annulled,
            @Nullable LocalDate deceasedOn,
            @Nullable LocalDate emigratedOn,
            @Nullable LocalDate lastExit) {}

    /** The allow-listed background from the latest enrolment: SUN level one digit, sex 1 or 2, district a local code. */
    public record Background(
            @Nullable String sex,
            @Nullable String educationLevel,
            @Nullable Boolean newlyArrived,
            @Nullable String district) {}
}
