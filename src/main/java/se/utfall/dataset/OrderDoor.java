package se.utfall.dataset;

import se.utfall.order.EventWindow;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderView;
import se.utfall.order.Orders;

/** What this room asks of orders. */
interface OrderDoor {
    OrderView show(OrderId order);

    FollowUpFacts facts(OrderId order);

    EventWindow eventWindow(OrderId order);

    static OrderDoor of(Orders orders) {
        return new OrderDoor() {
            @Override
            public OrderView show(OrderId order) {
                return orders.show(order);
            }

            @Override
            public FollowUpFacts facts(OrderId order) {
                return orders.followUpFacts(order);
            }

            @Override
            public EventWindow eventWindow(OrderId order) {
                return orders.eventWindow(order);
            }
        };
    }
}
