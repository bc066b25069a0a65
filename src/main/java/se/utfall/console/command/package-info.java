/** The command line: the operator's other window. Opens the rooms for one act, prints words or JSON, and ends with a meaningful exit code. */
@NullMarked
package se.utfall.console.command;

import org.jspecify.annotations.NullMarked;
