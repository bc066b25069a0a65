package se.utfall.demo.partner;

/** Nobody can be answered: what came is not provably the hub's, or is torn. */
final class UnverifiedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnverifiedException(String code) {
        super(code);
    }

    UnverifiedException(String code, Throwable cause) {
        super(code, cause);
    }

    String code() {
        return String.valueOf(getMessage());
    }
}
