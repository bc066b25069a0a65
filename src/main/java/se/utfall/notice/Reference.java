package se.utfall.notice;

/**
 * An errand's number in another system, or empty: at most 20 letters, digits and hyphens, at most eight of them digits, so that it cannot be a person's number. It is
 * kept in the trail, where no free text may stand.
 */
public record Reference(String value) {
    public static final Reference NONE = new Reference("");
    private static final int MOST_DIGITS = 8;

    public Reference {
        if (!fits(value)) {
            throw new IllegalArgumentException("not an errand's number");
        }
    }

    public static boolean fits(String text) {
        return text.matches("[A-Za-z0-9-]{0,20}")
                && text.chars().filter(Character::isDigit).count() <= MOST_DIGITS;
    }

    /** After a reason's name, for the trail. */
    public String after(Enum<?> reason) {
        return value.isEmpty() ? reason.name() : reason.name() + " " + value;
    }
}
