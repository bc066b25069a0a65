package se.utfall.linkage;

/** {@code <order>-L<NNN>}, by the delivery's sequence. */
public record DeliveryId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
