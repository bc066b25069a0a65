/**
 * The demo: a hub on embedded parts that plays the main job with stand-in servers and made-up people.
 */
@NullMarked
package se.utfall.demo;

import org.jspecify.annotations.NullMarked;
