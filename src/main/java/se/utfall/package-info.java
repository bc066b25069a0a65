/** The hub's main class. */
@NullMarked
package se.utfall;

import org.jspecify.annotations.NullMarked;
