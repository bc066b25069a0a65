package se.utfall.publish;

import se.utfall.outcome.Operation;

/** Values of {@code cloudEvents_type}. */
final class EventTypes {
    static final String BATCH_START = "se.utfall.outcome.batch.start.v1";
    static final String BATCH_END = "se.utfall.outcome.batch.end.v1";
    static final String BLOCK = "se.utfall.outcome.block.v1";

    private EventTypes() {}

    static String of(Operation operation) {
        return switch (operation) {
            case UPSERT -> "se.utfall.outcome.upsert.v1";
            case RETRACT -> "se.utfall.outcome.retract.v1";
            case UNKNOWN -> throw new IllegalArgumentException("an operation that is never written");
        };
    }
}
