package se.utfall.exchange;

/** What the room asks people to do; each has a text {@code task.<code>} in the bundle and a paragraph in {@code docs/operator/handbok-paket.md}. */
enum TaskCode {
    /** Subject: the partner. */
    PARTNER_KEY,
    /** Subject: the hub's fingerprint. */
    OWN_KEY,
    /** Subject: the order. */
    RECIPIENT_CHANGED,
    REMOTE_DIFFERS,
    ORDER_DISAGREES,
    /** Subject: the partner. */
    ODD_NAME,
    UNEXPECTED_KIND,
    NAME_TAKEN,
    /** Subject: the order and kind. */
    SEQUENCE_GAP,
    PACKAGE_REFUSED,
    OPEN_FAILS,
    RECEIPT_CONTRADICTS,
    RECEIPT_OVERDUE
}
