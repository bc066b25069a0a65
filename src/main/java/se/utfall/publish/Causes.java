package se.utfall.publish;

import jakarta.jms.JMSException;
import org.jspecify.annotations.Nullable;

/** Looks through an exception's causes, the linked ones of JMS included. */
final class Causes {
    private Causes() {}

    static boolean any(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        while (cause != null) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = next(cause);
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable cause) {
        boolean linked = cause.getCause() == null && cause instanceof JMSException;
        return linked ? ((JMSException) cause).getLinkedException() : cause.getCause();
    }
}
