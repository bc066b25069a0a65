/**
 * The benchmark: a large delivery through the real rooms, each stage beside a limit measured in the same run.
 * <p>Persons are made at run time: numbers with a right check digit that are stored nowhere but in the benchmark's own folder, sealed.
 */
@NullMarked
package se.utfall.demo.benchmark;

import org.jspecify.annotations.NullMarked;
