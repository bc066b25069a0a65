package se.utfall.demo.consumer;

/** What this consumer needs of a record, and its Avro binary. */
// Handed on once, never compared.
@SuppressWarnings("ArrayRecordComponent")
record Decoded(byte[] binary, String recordId, int version, String operation, String register, String observation) {}
