package se.utfall.disclosure;

/**
 * How much a released table must hide.
 *
 * @param minimumCell smallest count that may be shown, 3 to 10; also the fewest values that a withheld count must be able to have
 * @param shareBase a share is shown only of a larger base than this
 * @param shareCount a share is shown only where more than this have the property, and more than this do not
 */
public record DisclosureRules(int minimumCell, int shareBase, int shareCount) {
    /** Counts from 5; shares of more than 20 with more than 5, as the national statistics show them. */
    public static final DisclosureRules DEFAULT = new DisclosureRules(5, 20, 5);

    public DisclosureRules {
        if (minimumCell < 3 || minimumCell > 10) {
            throw new IllegalArgumentException("minimumCell: expected 3 to 10");
        }
        if (shareBase < minimumCell || shareCount < minimumCell - 1) {
            throw new IllegalArgumentException("shareBase, shareCount: expected no less than a count needs");
        }
    }

    /** The fewest persons that a category may have: their number is always shown, and of fewer hardly anything else could be. */
    public int smallestGroup() {
        return 4 * minimumCell;
    }

    boolean small(long count) {
        return count > 0 && count < minimumCell;
    }
}
