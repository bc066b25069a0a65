package se.utfall.outcome;

import java.util.Arrays;
import java.util.Optional;

/** The registers of contract 2 and their {@code sourceRegister} on the queue. */
public enum SourceRegister {
    BAS("SCB_BAS", false),
    LISA("SCB_LISA", true),
    EKB("SOS_EKB", false),
    AF("AF_DATALAGER", false);

    private final String source;
    private final boolean yearly;

    SourceRegister(String source, boolean yearly) {
        this.source = source;
        this.yearly = yearly;
    }

    public String source() {
        return source;
    }

    public boolean yearly() {
        return yearly;
    }

    public static Optional<SourceRegister> find(String name) {
        return Arrays.stream(values()).filter(r -> r.name().equals(name)).findFirst();
    }
}
