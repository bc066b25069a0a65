package se.utfall.audit;

/** A line as the database has it, with the MAC that stands beside it. */
record Recorded(Line line, byte[] mac) {}
