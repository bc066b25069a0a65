package se.utfall.linkage;

import se.utfall.outcome.OutcomeRecord;

/** An outcome record with the running number it belongs to inside the house; {@code group} is 0 to 63, from the record id's key. */
public record LinkedRecord(int runningNumber, int group, OutcomeRecord record) {}
