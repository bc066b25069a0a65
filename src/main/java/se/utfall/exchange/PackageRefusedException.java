package se.utfall.exchange;

/** The package is refused with a stable code; raised by exchange or by the reader (a refused table). The text names files, lines and columns, never values. */
public final class PackageRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String text;

    public PackageRefusedException(String code, String text) {
        super(code + ": " + text);
        this.code = code;
        this.text = text;
    }

    public String code() {
        return code;
    }

    public String text() {
        return text;
    }
}
