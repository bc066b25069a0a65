package se.utfall.order;

/** {@code [A-Z]{2,8}-[0-9]{4}-[0-9]{3}}. */
public record OrderId(String value) {
    public OrderId {
        if (!value.matches("[A-Z]{2,8}-[0-9]{4}-[0-9]{3}")) {
            throw new IllegalArgumentException("expected an order id as SCB-2026-001");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
