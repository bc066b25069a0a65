package se.utfall.demo.partner;

/** The registers that this partner keeps. */
enum Register {
    BAS,
    EKB
}
