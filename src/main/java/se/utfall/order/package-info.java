/**
 * Orders to partners: draft, freeze, two approvals, sending, recall, and the follow-up facts of an order's population.
 * <p>In: {@code Draft}. Out: {@code FrozenPopulation}, then {@link se.utfall.order.ApprovedOrder}; {@link se.utfall.order.FollowUpFacts} to linkage. The person stops here.
 * A partner's order is a {@link se.utfall.order.DraftView} and no order. Keeps order_, order_part, order_draft, approval and the sealed population. Route: {@code routes/order.camel.yaml}.
 */
@NullMarked
package se.utfall.order;

import org.jspecify.annotations.NullMarked;
