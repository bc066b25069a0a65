package se.utfall.outcome;

/** Whether a text has so many digits that a personal number could be hidden in it (ten or more). */
public final class IdLike {
    private static final int DIGITS = 10;

    private IdLike() {}

    public static boolean is(CharSequence text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                digits++;
            }
        }
        return digits >= DIGITS;
    }
}
