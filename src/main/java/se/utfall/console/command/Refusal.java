package se.utfall.console.command;

/** A command that cannot be done, with words for the user. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
