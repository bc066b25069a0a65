/**
 * The counterparts' SFTP servers as the demo plays them: a folder behind public-key login on loopback, nothing else.
 * A folder, a host key and one client's public key in, a port out. Keeps nothing. Imports nothing of the hub.
 */
@NullMarked
package se.utfall.demo.server;

import org.jspecify.annotations.NullMarked;
