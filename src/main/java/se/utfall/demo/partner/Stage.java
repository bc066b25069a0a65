package se.utfall.demo.partner;

/** The two deliveries that an order gets. */
enum Stage {
    PRELIMINARY,
    DEFINITIVE
}
