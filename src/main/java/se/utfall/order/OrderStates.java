package se.utfall.order;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which moves an order may make. A thaw (back to SPEC_APPROVED) and a void approval (back to POPULATION_FROZEN) are moves too, until the package is sealed. */
final class OrderStates {
    private static final Map<OrderState, Set<OrderState>> MOVES = new EnumMap<>(OrderState.class);

    static {
        for (OrderState state : OrderState.values()) {
            MOVES.put(state, EnumSet.noneOf(OrderState.class));
        }
        allow(OrderState.DRAFT, OrderState.SPEC_APPROVED);
        allow(OrderState.SPEC_APPROVED, OrderState.POPULATION_FROZEN);
        allow(OrderState.POPULATION_FROZEN, OrderState.RELEASE_APPROVED, OrderState.SPEC_APPROVED);
        allow(OrderState.RELEASE_APPROVED, OrderState.SENT, OrderState.POPULATION_FROZEN, OrderState.SPEC_APPROVED);
        allow(OrderState.SENT, OrderState.ACKNOWLEDGED, OrderState.REJECTED);
        allow(OrderState.ACKNOWLEDGED, OrderState.PARTLY_DELIVERED, OrderState.DELIVERED);
        allow(OrderState.PARTLY_DELIVERED, OrderState.DELIVERED);
    }

    /** Nothing is under way any more. */
    static final Set<OrderState> ENDED = EnumSet.of(
            OrderState.REJECTED, OrderState.DELIVERED, OrderState.REVIEWED, OrderState.CLOSED, OrderState.WITHDRAWN);

    /** Something is under way, or was meant to be: may be disposed of when the day has come that was agreed. */
    static final Set<OrderState> UNDER_WAY = EnumSet.of(
            OrderState.SPEC_APPROVED,
            OrderState.POPULATION_FROZEN,
            OrderState.RELEASE_APPROVED,
            OrderState.SENT,
            OrderState.ACKNOWLEDGED,
            OrderState.PARTLY_DELIVERED);

    private OrderStates() {}

    static Set<OrderState> from(OrderState state) {
        return MOVES.getOrDefault(state, Set.of());
    }

    static void check(OrderState from, OrderState to) {
        if (from == OrderState.DISPOSED) {
            throw new OrderRefusedException("DISPOSED", from + " -> " + to + "; " + from(from));
        }
        if (!from(from).contains(to)) {
            throw new OrderRefusedException("STATE", from + " -> " + to + "; " + from(from));
        }
    }

    private static void allow(OrderState from, OrderState... to) {
        MOVES.put(from, EnumSet.of(to[0], to));
    }
}
