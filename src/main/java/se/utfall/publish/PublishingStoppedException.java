package se.utfall.publish;

import se.utfall.linkage.DeliveryId;

/** A delivery must not be published as it is; it is set aside with a task until the hub is restarted. Carries ids and a code, never a value. */
final class PublishingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why; each with the text {@code task.<code>} in the room's bundle. */
    enum Code {
        RECORD_COUNT_DIFFERS,
        FIELD_LOOKS_LIKE_A_NUMBER,
        RECORD_OF_ANOTHER_DELIVERY
    }

    private final Code code;

    PublishingStoppedException(Code code, String deliveryId, String where) {
        super("delivery " + deliveryId + ": " + code + " " + where);
        this.code = code;
    }

    PublishingStoppedException(Code code, DeliveryId delivery, String where) {
        this(code, delivery.value(), where);
    }

    Code code() {
        return code;
    }
}
