package se.utfall.order;

/** The life of an order. */
public enum OrderState {
    DRAFT,
    LEGAL_BASIS_RECORDED,
    SPEC_APPROVED,
    POPULATION_FROZEN,
    RELEASE_APPROVED,
    SENT,
    ACKNOWLEDGED,
    REJECTED,
    PARTLY_DELIVERED,
    DELIVERED,
    REVIEWED,
    CLOSED,
    DISPOSED,
    WITHDRAWN
}
