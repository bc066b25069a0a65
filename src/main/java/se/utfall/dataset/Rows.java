package se.utfall.dataset;

import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Variable.Subject;
import se.utfall.linkage.LinkedRecord;
import se.utfall.linkage.RecordStream;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.OutcomeCodec;

/** Turns linked records into rows, one at a time; holds none. */
final class Rows {
    private final Variables variables;
    private final FollowUpFacts facts;
    private final OutcomeCodec codec = new OutcomeCodec();
    private long rows;
    private long persons;
    private int last;

    Rows(Variables variables, FollowUpFacts facts) {
        this.variables = variables;
        this.facts = facts;
    }

    /** Where a row goes. */
    @FunctionalInterface
    interface Sink {
        void accept(@Nullable Object[] row);
    }

    void each(RecordStream stream, Sink sink) {
        for (LinkedRecord linked = stream.next(); linked != null; linked = stream.next()) {
            GenericRecord generic = codec.toGeneric(linked.record());
            sink.accept(variables.row(
                    new Subject(linked.record(), generic, linked.beside(), facts.background(linked.runningNumber()))));
            rows++;
            persons += linked.runningNumber() == last ? 0 : 1;
            last = linked.runningNumber();
        }
    }

    long rows() {
        return rows;
    }

    /** Records come person by person. */
    long persons() {
        return persons;
    }
}
