package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.order.OrderId;

/**
 * The second seal of what partners deliver, under the order's secret: the hub's own key opens what they encrypt to it for years, and a copy of the archive would bring
 * back what was destroyed.
 */
interface OrderSeal {
    /** For tests of what does not depend on it. */
    OrderSeal NONE = new OrderSeal() {
        @Override
        public boolean holds(OrderId order) {
            return false;
        }

        @Override
        public OutputStream sealing(OutputStream to, OrderId order, String name) {
            throw new IllegalStateException(name);
        }

        @Override
        public InputStream opening(InputStream from, OrderId order, String name) {
            throw new IllegalStateException(name);
        }
    };

    /** Whether the order has a secret: one that was never frozen has none, nor one that is disposed of. */
    boolean holds(OrderId order);

    OutputStream sealing(OutputStream to, OrderId order, String name) throws IOException;

    InputStream opening(InputStream from, OrderId order, String name) throws IOException;

    static OrderSeal of(SecretStore secrets) {
        SealedFiles files = new SealedFiles(secrets);
        return new OrderSeal() {
            @Override
            public boolean holds(OrderId order) {
                return secrets.holds(SecretId.order(order.value()));
            }

            @Override
            public OutputStream sealing(OutputStream to, OrderId order, String name) throws IOException {
                return files.sealing(to, SecretId.order(order.value()), name, 1);
            }

            @Override
            public InputStream opening(InputStream from, OrderId order, String name) throws IOException {
                return files.opening(from, SecretId.order(order.value()), name, 1);
            }
        };
    }
}
