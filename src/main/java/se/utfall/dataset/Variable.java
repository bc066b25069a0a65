package se.utfall.dataset;

import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts.Background;
import se.utfall.outcome.OutcomeRecord;

/**
 * A column with the way to its values; one that may be missing has a second column beside it that says why.
 *
 * @param absence null when a value is always there
 */
record Variable(Meaning meaning, Reading reading, @Nullable Absence absence) {

    /** One row's sources: the record, the same in the schema's form, what stands beside it, the person's background. */
    record Subject(OutcomeRecord record, GenericRecord generic, Map<String, Object> beside, Background background) {}

    /** Gives the value, null when it is missing. */
    @FunctionalInterface
    interface Reading {
        @Nullable Object of(Subject subject);
    }

    /** Says why a value is missing. */
    @FunctionalInterface
    interface Absence {
        Missing of(Subject subject);
    }

    static Variable always(Meaning meaning, Reading reading) {
        return new Variable(meaning, reading, null);
    }

    int columns() {
        return absence == null ? 1 : 2;
    }

    /** Puts the value and, if there is such a column, the reason; returns where the next variable goes. */
    int put(Subject subject, @Nullable Object[] row, int at) {
        Object value = reading.of(subject);
        row[at] = value;
        if (absence == null) {
            return at + 1;
        }
        row[at + 1] = value == null ? absence.of(subject).name() : null;
        return at + 2;
    }
}
