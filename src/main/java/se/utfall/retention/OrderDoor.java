package se.utfall.retention;

import java.util.List;
import org.jdbi.v3.core.Handle;
import se.utfall.linkage.Linkage;
import se.utfall.order.OrderId;
import se.utfall.order.OrderView;
import se.utfall.order.Orders;
import se.utfall.store.ActingUser;

/** What retention asks of orders and of their deliveries. */
interface OrderDoor {
    OrderView show(OrderId order);

    boolean exists(OrderId order);

    /** How many recall marks; refused when it may not be disposed of today. */
    int disposable(Handle handle, OrderId order);

    void dispose(Handle handle, OrderId order, ActingUser by, String decision);

    List<String> deliveries(OrderId order);

    static OrderDoor of(Orders orders, Linkage linkage) {
        return new OrderDoor() {
            @Override
            public OrderView show(OrderId order) {
                return orders.show(order);
            }

            @Override
            public boolean exists(OrderId order) {
                return orders.list().stream().anyMatch(o -> o.terms().id().equals(order));
            }

            @Override
            public int disposable(Handle handle, OrderId order) {
                return orders.disposals().disposable(handle, order);
            }

            @Override
            public void dispose(Handle handle, OrderId order, ActingUser by, String decision) {
                orders.disposals().dispose(handle, order, by, decision);
            }

            @Override
            public List<String> deliveries(OrderId order) {
                return Forgetful.deliveries(linkage, order);
            }
        };
    }
}
