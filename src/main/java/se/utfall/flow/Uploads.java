package se.utfall.flow;

import org.jspecify.annotations.Nullable;
import se.utfall.exchange.Exchange;
import se.utfall.exchange.RemoteCopy;
import se.utfall.exchange.SealedPackage;

/** Tells exchange what a listing of the partner's folder says of a package: its size there, or that it is not there. */
public final class Uploads {
    private static final long NONE = -1;
    private final Exchange exchange;

    Uploads(Exchange exchange) {
        this.exchange = exchange;
    }

    public RemoteCopy before(SealedPackage sealed, @Nullable Long remoteSize) {
        return exchange.compare(sealed.id(), remoteSize == null ? NONE : remoteSize);
    }

    public RemoteCopy after(SealedPackage sealed, @Nullable Long remoteSize) {
        return exchange.uploaded(sealed.id(), remoteSize == null ? NONE : remoteSize);
    }
}
