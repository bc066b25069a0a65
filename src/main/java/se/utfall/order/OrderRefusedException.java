package se.utfall.order;

/** An act on an order that is not allowed now; the code has a text in the bundle ({@code refusal.<code>}). */
public final class OrderRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    public OrderRefusedException(String code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
