package se.utfall.demo;

/** A step of the demo did not come to its end. */
final class DemoFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String key;

    /** Takes the key of what failed, in the bundle under {@code failed.}. */
    DemoFailedException(String key) {
        super(key);
        this.key = key;
    }

    String words(Progress progress) {
        return progress.text("failed." + key);
    }
}
