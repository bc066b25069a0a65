package se.utfall.linkage;

import org.jdbi.v3.core.Handle;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.order.Orders;

/** What linkage asks of orders. */
interface OrderDoor {
    OrderTerms terms(OrderId order);

    OrderState state(OrderId order);

    FollowUpFacts facts(OrderId order);

    void delivered(Handle handle, OrderId order, boolean last);

    static OrderDoor of(Orders orders) {
        return new OrderDoor() {
            @Override
            public OrderTerms terms(OrderId order) {
                return orders.terms(order);
            }

            @Override
            public OrderState state(OrderId order) {
                return orders.show(order).state();
            }

            @Override
            public FollowUpFacts facts(OrderId order) {
                return orders.followUpFacts(order);
            }

            @Override
            public void delivered(Handle handle, OrderId order, boolean last) {
                orders.delivered(handle, order, last);
            }
        };
    }
}
