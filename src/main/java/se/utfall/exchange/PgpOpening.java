package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.PgpKeys;

/**
 * Opens an OpenPGP message in one pass and constant memory. The content is read before anybody knows whether it is whole and whose it is; that is known when
 * {@link #open} returns. What the message itself has against it throws; what a reader had against the content stands in the answer.
 */
final class PgpOpening {
    private final PgpKeys keys;
    private final Signers signers;
    private final Limits limits;

    PgpOpening(PgpKeys keys, Signers signers, Limits limits) {
        this.keys = keys;
        this.signers = signers;
        this.limits = limits;
    }

    /** Reads the literal's bytes; need not read to the end; may refuse them with a {@link PackageRefusedException}. */
    @FunctionalInterface
    interface ContentReader {
        void read(InputStream content) throws IOException;
    }

    /**
     * A whole message with a valid signature of the pinned key.
     *
     * @param signer fingerprint of the pinned primary key
     * @param refusal what the reader refused the content for, null when it did not
     */
    record Verified(String signer, Instant signedAt, @Nullable PackageRefusedException refusal) {}

    /** Throws {@link PackageRefusedException} for a message that is not whole or not the partner's, {@link IOException} when the disk failed. */
    Verified open(InputStream file, String partner, Instant now, ContentReader reader) throws IOException {
        CipherSource source = new CipherSource(file);
        EncryptedMessage message = EncryptedMessage.open(source, keys);
        Verified verified;
        try {
            SignedContent content = new SignedContent(source, message.plain(), signers, partner, limits, now);
            PackageRefusedException refusal = read(content, reader);
            verified = new Verified(signers.primaryFingerprint(partner), content.finish(), refusal);
        } catch (PackageRefusedException e) {
            message.requireWhole();
            throw e;
        }
        message.requireWhole();
        return verified;
    }

    private static @Nullable PackageRefusedException read(SignedContent content, ContentReader reader)
            throws IOException {
        try {
            reader.read(content);
            return null;
        } catch (PackageRefusedException e) {
            content.requireUntouched();
            return e;
        } catch (IOException | RuntimeException e) {
            content.requireUntouched();
            throw e;
        }
    }
}
