/**
 * A consumer as others would write it: JMS, Avro, JSON and a small database, nothing of the hub's.
 * <p>In: a queue and the schema file. Out: counts and the content hash of each batch. Keeps its state in SQLite; survives its own death and the hub's.
 */
@NullMarked
package se.utfall.demo.consumer;

import org.jspecify.annotations.NullMarked;
