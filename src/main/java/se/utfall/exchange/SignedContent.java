package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.operator.jcajce.JcaPGPContentVerifierBuilderProvider;
import org.jspecify.annotations.Nullable;

/**
 * What is encrypted: exactly one signed literal, compressed or not (RFC 9580, 10.3: [compressed] one-pass signature, literal, signature). The literal's bytes
 * are read from here and hashed for the signature on the way; {@link #finish} says whose they are. A fault, once met, is met again.
 */
final class SignedContent extends InputStream {
    private static final int BUFFER = 1 << 16;
    private final CipherSource source;
    private final Signers signers;
    private final Limits limits;
    private final Instant now;
    private final BCPGInputStream outer;
    private final BCPGInputStream inner;
    private final PGPOnePassSignature announced;
    private final PGPPublicKey key;
    private final InputStream literal;
    private long read;
    private @Nullable PackageRefusedException fault;

    SignedContent(CipherSource source, InputStream plain, Signers signers, String partner, Limits limits, Instant now)
            throws IOException {
        this.source = source;
        this.signers = signers;
        this.limits = limits;
        this.now = now;
        this.outer = new BCPGInputStream(plain);
        this.inner = source.parse(this::decompressed);
        this.announced = source.parse(this::announced);
        this.key = signers.find(announced, partner, now);
        this.literal = source.parse(this::literal);
    }

    private BCPGInputStream decompressed() throws IOException {
        if (tag(outer) != PacketTags.COMPRESSED_DATA) {
            return outer;
        }
        return new BCPGInputStream(new Decompression(new PGPCompressedData(outer), limits));
    }

    private PGPOnePassSignature announced() throws IOException, PGPException {
        int tag = tag(inner);
        if (tag == PacketTags.LITERAL_DATA) {
            throw Fault.EJ_SIGNERAD.refusal();
        }
        if (tag != PacketTags.ONE_PASS_SIGNATURE) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
        PGPOnePassSignature first = new PGPOnePassSignature(inner);
        if (tag(inner) == PacketTags.ONE_PASS_SIGNATURE) {
            throw Fault.FLERA_SIGNATURER.refusal();
        }
        return first;
    }

    private InputStream literal() throws IOException, PGPException {
        if (tag(inner) != PacketTags.LITERAL_DATA) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
        announced.init(new JcaPGPContentVerifierBuilderProvider(), key);
        return new PGPLiteralData(inner).getInputStream();
    }

    /** Markers mean nothing and are passed over (RFC 9580, 5.8). */
    private static int tag(BCPGInputStream packets) throws IOException {
        int tag = packets.nextPacketTag();
        while (tag == PacketTags.MARKER) {
            packets.readPacket();
            tag = packets.nextPacketTag();
        }
        return tag;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        try {
            return source.parse(() -> next(b, offset, length));
        } catch (PackageRefusedException e) {
            fault = e;
            throw e;
        }
    }

    private int next(byte[] b, int offset, int length) throws IOException {
        int n = literal.read(b, offset, length);
        if (n > 0) {
            announced.update(b, offset, n);
            read += n;
            if (read > limits.zipBytes()) {
                throw Fault.MEDDELANDE_FOR_STORT.refusal(limits.maxBytes());
            }
        }
        return n;
    }

    /** The fault that reading met, whatever a reader made of it. */
    void requireUntouched() {
        if (fault != null) {
            throw fault;
        }
    }

    /** Reads on to the end and verifies; gives the time of the signature. */
    Instant finish() throws IOException {
        byte[] buffer = new byte[BUFFER];
        int n;
        do {
            n = read(buffer, 0, buffer.length);
        } while (n >= 0);
        PGPSignature signature = source.parse(this::signature);
        boolean valid = source.parse(() -> Signers.isAnnounced(signature, announced, key) && announced.verify(signature));
        if (!valid) {
            throw Fault.SIGNATUR_OGILTIG.refusal();
        }
        signers.requireTimely(signature, key, now);
        return Signers.made(signature);
    }

    private PGPSignature signature() throws IOException, PGPException {
        switch (tag(inner)) {
            case PacketTags.SIGNATURE -> {}
            case PacketTags.LITERAL_DATA -> throw Fault.FLERA_LITERALER.refusal();
            case -1 -> throw Fault.EJ_SIGNERAD.refusal();
            default -> throw Fault.PAKETSTRUKTUR.refusal();
        }
        PGPSignature signature = new PGPSignature(inner);
        int next = tag(inner);
        if (next == PacketTags.SIGNATURE) {
            throw Fault.FLERA_SIGNATURER.refusal();
        }
        if (next >= 0 || tag(outer) >= 0) {
            throw (next == PacketTags.LITERAL_DATA ? Fault.FLERA_LITERALER : Fault.PAKETSTRUKTUR).refusal();
        }
        return signature;
    }
}
