package se.utfall.flow;

/** The routes did not start; the message says which file, route or endpoint, and holds nothing but what stands in {@code routes/} and the settings. */
public final class RoutesRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RoutesRefusedException(Throwable cause) {
        super(words(cause), cause);
    }

    private static String words(Throwable cause) {
        StringBuilder words = new StringBuilder(String.valueOf(cause.getMessage()));
        Throwable next = cause.getCause();
        for (int depth = 0; next != null && depth < 5; depth++, next = next.getCause()) {
            String message = String.valueOf(next.getMessage());
            if (words.indexOf(message) < 0) {
                words.append("\n  ").append(message);
            }
        }
        return words.toString();
    }
}
