package se.utfall.demo.partner;

/** A verified package breaks the contract and is answered AVVISAD with {@code CODE: text}. The text names files, lines and columns, never values. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String code, String text) {
        super(code + ": " + text);
    }

    /** Says {@code CODE: text}. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
