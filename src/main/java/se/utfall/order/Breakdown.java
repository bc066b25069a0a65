package se.utfall.order;

/** Background that an order may be told apart by; what is not ordered is not kept with the population. */
enum Breakdown {
    sex,
    ageBand,
    educationLevel,
    newlyArrived,
    district,
    measure,
    workplace
}
