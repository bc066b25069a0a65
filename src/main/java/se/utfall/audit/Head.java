package se.utfall.audit;

/** The end of the chain as the database has it: how many lines, the last one's MAC, and the MAC over both. */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest.isEqual only
record Head(long length, byte[] lastMac, byte[] mac) {}
