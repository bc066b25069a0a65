package se.utfall.linkage;

import se.utfall.exchange.PackageRefusedException;
import se.utfall.notice.Messages;
import se.utfall.order.OrderId;
import se.utfall.order.OrderRefusedException;

/** Makes refusals of a whole package: a stable code, a Swedish text from the bundle for the partner's receipt; names files, lines and columns, never values. */
final class Refusal {
    private Refusal() {}

    /** The order may have been disposed of while its delivery was read. */
    static void ofDisposed(OrderId order, Runnable telling) {
        try {
            telling.run();
        } catch (OrderRefusedException e) {
            if (e.code().equals("DISPOSED")) {
                throw of("ORDER_GALLRAD", order);
            }
            throw e;
        }
    }

    static PackageRefusedException of(String code, Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = String.valueOf(arguments[i]);
        }
        return new PackageRefusedException(
                code, Messages.text(Messages.SWEDISH, "linkage", "refusal." + code, arguments));
    }
}
