package se.utfall.demo;

import java.util.List;
import se.utfall.flow.Rooms;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderView;

/** What people do with an order: freeze it, approve it twice, let it go. Each act looks first at what is done already. */
record OrderActs(Rooms rooms, Actors actors) {
    void letGo(OrderId id) {
        if (state(id) == OrderState.SPEC_APPROVED) {
            rooms.orders().freeze(id, actors.operator());
        }
        for (var approver : List.of(actors.firstApprover(), actors.secondApprover())) {
            OrderView view = rooms.orders().show(id);
            if (view.state() == OrderState.POPULATION_FROZEN
                    && !view.approvals().contains(approver.name())) {
                rooms.orders().approve(id, approver);
            }
        }
        if (state(id) == OrderState.RELEASE_APPROVED) {
            rooms.orders().send(id, actors.operator());
        }
    }

    boolean acknowledged(OrderId id) {
        return state(id).compareTo(OrderState.ACKNOWLEDGED) >= 0;
    }

    private OrderState state(OrderId id) {
        return rooms.orders().show(id).state();
    }
}
