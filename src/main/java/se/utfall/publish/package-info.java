/**
 * Publishes outcome records on the queue, each exactly once in effect.
 * <p>In: {@link se.utfall.linkage.LinkedDelivery}. Keeps batch and outbox position. Also holds the embedded broker. Route: {@code routes/publish.camel.yaml}.
 */
@NullMarked
package se.utfall.publish;

import org.jspecify.annotations.NullMarked;
