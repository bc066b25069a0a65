package se.utfall.person;

/** Whether a person's data are protected; unknown counts as protected until known. */
public enum ProtectedStatus {
    YES,
    NO,
    UNKNOWN;

    public boolean excluded() {
        return this != NO;
    }
}
