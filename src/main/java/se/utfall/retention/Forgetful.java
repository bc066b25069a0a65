package se.utfall.retention;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import se.utfall.linkage.Linkage;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.order.OrderId;
import se.utfall.store.HeldFile;

/**
 * A room that can forget an order. Forgetting again is fine.
 *
 * @param late forgets what partners send for an order that is disposed of
 */
record Forgetful(Function<OrderId, List<HeldFile>> held, Consumer<OrderId> forget, Consumer<OrderId> late) {

    /** A room that nothing comes to late. */
    Forgetful(Function<OrderId, List<HeldFile>> held, Consumer<OrderId> forget) {
        this(held, forget, order -> {});
    }

    /** The rooms of the walk, the last first: nothing is made anew of what is being removed. */
    static List<Forgetful> of(Retention.Walk walk) {
        return List.of(
                new Forgetful(walk.datasets()::held, walk.datasets()::forget),
                new Forgetful(
                        order -> List.of(),
                        order -> walk.publishing().forget(order.value(), deliveries(walk.linkage(), order))),
                new Forgetful(walk.linkage()::held, walk.linkage()::forget),
                new Forgetful(walk.exchange()::held, walk.exchange()::forget, walk.exchange()::forget),
                new Forgetful(walk.orders().disposals()::held, walk.orders().disposals()::forget));
    }

    static List<String> deliveries(Linkage linkage, OrderId order) {
        return linkage.list().stream()
                .filter(d -> d.order().equals(order))
                .map(LinkedDelivery::id)
                .map(Object::toString)
                .toList();
    }
}
