package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import se.utfall.keys.PgpKeys;

/** Seals one message the way packages are sealed, for rooms that hand files on without a partner's server; sends nothing. */
public final class MessageSealing {
    private final PgpKeys keys;
    private final Clock clock;

    public MessageSealing(PgpKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** Encrypts to the key and signs by the hub's; throws {@link se.utfall.keys.UnusableKeyException} when the hub may not sign now. Closes neither stream. */
    public void seal(PGPPublicKey recipient, InputStream plain, OutputStream out) throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        PGPSecretKey signer = keys.signingKey(now);
        new PgpSealing(recipient, signer.getPublicKey(), keys.unlock(signer), now).seal(plain, out);
    }
}
