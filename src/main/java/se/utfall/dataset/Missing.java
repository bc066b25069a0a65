package se.utfall.dataset;

import se.utfall.outcome.Observation;

/** Why a value is missing (contract 4): stands in the column's {@code _mis}. */
enum Missing {
    NYO,
    SND,
    NLK,
    DEC,
    EMI,
    PRO,
    NAP,
    SUP,
    UNK;

    /** Why nothing is known of a person in a register and period; where the register did answer, the value itself is unknown. */
    static Missing of(Observation observation) {
        return switch (observation) {
            case OBSERVED, OBSERVED_ABSENT, UNKNOWN -> UNK;
            case NOT_YET_OBSERVED -> NYO;
            case SOURCE_NOT_DELIVERED -> SND;
            case NOT_LINKED -> NLK;
            case DECEASED -> DEC;
            case EMIGRATED -> EMI;
            case PROTECTED_EXCLUDED -> PRO;
            case NOT_APPLICABLE -> NAP;
        };
    }
}
