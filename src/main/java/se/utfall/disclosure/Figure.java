package se.utfall.disclosure;

/** One figure of a cleared table: shown, or withheld for a reason; never a zero that stands for something withheld. */
public sealed interface Figure {
    /** A count of persons, or a share in tenths of a per cent. */
    record Shown(long value) implements Figure {}

    /** Not shown. */
    record Withheld(Reason reason) implements Figure {}

    /** Why a figure is not shown; says no more than what the shown figures say. */
    enum Reason {
        /** The count is small, or would let a small one be calculated: which of the two is not told. */
        PROTECTED,
        /** A share of nobody. */
        NO_BASE,
        /** A share of too few. */
        BASE_TOO_SMALL,
        /** A share where too few have the property, or too few have it not. */
        COUNT_TOO_SMALL
    }

    default boolean shown() {
        return this instanceof Shown;
    }
}
