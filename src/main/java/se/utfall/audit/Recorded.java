package se.utfall.audit;

/** A line as the database has it, with the MAC that stands beside it. */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record Recorded(Line line, byte[] mac) {}
