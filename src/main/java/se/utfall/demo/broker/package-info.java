/**
 * An Artemis in a process of its own, as a data centre would run it: by files, with TLS and users.
 * <p>In: the folder that {@link se.utfall.publish.BrokerFiles} wrote. Keeps its journal under it. Made certificates never leave the folder.
 */
@NullMarked
package se.utfall.demo.broker;

import org.jspecify.annotations.NullMarked;
