package se.utfall.demo.partner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPObjectFactory;
import org.bouncycastle.openpgp.PGPOnePassSignature;
import org.bouncycastle.openpgp.PGPOnePassSignatureList;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PublicKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;

/** Decrypts and verifies what the hub sent. Orders are small enough for memory; nothing decrypted is ever written. */
final class Opening {
    private static final int LARGEST = 1 << 29;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Duration AGE = Duration.ofDays(30);
    private static final Set<Integer> STRONG =
            Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384, HashAlgorithmTags.SHA512);

    private final Rings rings;

    Opening(Rings rings) {
        this.rings = rings;
    }

    /** Opens a package as of a moment: its signature must have been fresh then, its key valid. */
    Opened open(Path file, Instant at) throws IOException, UnverifiedException {
        if (Files.size(file) > LARGEST) {
            throw new UnverifiedException("FOR_STOR");
        }
        byte[] message = Files.readAllBytes(file);
        if (message.length == 0 || message[0] >= 0) {
            throw new UnverifiedException("PGP_FORM");
        }
        try {
            return open(message, at);
        } catch (IOException | PGPException | RuntimeException e) {
            throw new UnverifiedException("PGP_FORM", e);
        }
    }

    private Opened open(byte[] message, Instant at) throws IOException, PGPException, UnverifiedException {
        if (!(new BcPGPObjectFactory(message).nextObject() instanceof PGPEncryptedDataList recipients)) {
            throw new UnverifiedException("PGP_FORM");
        }
        List<String> oddities = new ArrayList<>();
        if (recipients.size() != 1) {
            oddities.add("flera mottagare");
        }
        PGPPublicKeyEncryptedData data = addressedToUs(recipients);
        PublicKeyDataDecryptorFactory decryptor = new BcPublicKeyDataDecryptorFactory(key(data));
        if (data.getSymmetricAlgorithm(decryptor) != SymmetricKeyAlgorithmTags.AES_256) {
            oddities.add("annat krypto än AES-256");
        }
        if (!data.isIntegrityProtected()) {
            throw new UnverifiedException("INTEGRITET");
        }
        byte[] content = signed(data.getDataStream(decryptor), at, oddities);
        if (!data.isAEAD() && !data.verify()) {
            throw new UnverifiedException("INTEGRITET");
        }
        return new Opened(content, oddities);
    }

    private PGPPublicKeyEncryptedData addressedToUs(PGPEncryptedDataList recipients)
            throws PGPException, UnverifiedException {
        for (PGPEncryptedData recipient : recipients) {
            if (recipient instanceof PGPPublicKeyEncryptedData data
                    && rings.findDecryptionKey(data.getKeyIdentifier()).isPresent()) {
                return data;
            }
        }
        throw new UnverifiedException("FEL_MOTTAGARE");
    }

    private PGPKeyPair key(PGPPublicKeyEncryptedData data) throws PGPException, UnverifiedException {
        return rings.findDecryptionKey(data.getKeyIdentifier())
                .orElseThrow(() -> new UnverifiedException("FEL_MOTTAGARE"));
    }

    private byte[] signed(InputStream plain, Instant at, List<String> oddities)
            throws IOException, PGPException, UnverifiedException {
        PGPObjectFactory packets = new BcPGPObjectFactory(plain);
        Object packet = packets.nextObject();
        PGPObjectFactory outer = packets;
        if (packet instanceof PGPCompressedData compressed) {
            oddities.add("komprimerat");
            packets = new BcPGPObjectFactory(compressed.getDataStream());
            packet = packets.nextObject();
        }
        if (!(packet instanceof PGPOnePassSignatureList announced) || announced.size() != 1) {
            throw new UnverifiedException("OSIGNERAD");
        }
        PGPOnePassSignature verifier = announced.get(0);
        verifier.init(new BcPGPContentVerifierBuilderProvider(), rings.hubSigner(verifier.getKeyIdentifier(), at));
        byte[] content = literal(packets.nextObject(), oddities);
        verifier.update(content);
        if (!(packets.nextObject() instanceof PGPSignatureList signatures) || signatures.size() != 1) {
            throw new UnverifiedException("OSIGNERAD");
        }
        verify(verifier, signatures.get(0), at);
        if (packets.nextObject() != null || outer.nextObject() != null) {
            throw new UnverifiedException("PGP_FORM");
        }
        return content;
    }

    private static byte[] literal(Object packet, List<String> oddities) throws IOException, UnverifiedException {
        if (!(packet instanceof PGPLiteralData literal)) {
            throw new UnverifiedException("PGP_FORM");
        }
        if (!literal.getFileName().isEmpty()) {
            oddities.add("literalen har namn");
        }
        byte[] content = literal.getInputStream().readNBytes(LARGEST);
        if (content.length == LARGEST) {
            throw new UnverifiedException("FOR_STOR");
        }
        return content;
    }

    private static void verify(PGPOnePassSignature verifier, PGPSignature signature, Instant at)
            throws PGPException, UnverifiedException {
        if (!STRONG.contains(signature.getHashAlgorithm()) || !verifier.verify(signature)) {
            throw new UnverifiedException("SIGNATUR");
        }
        Instant made = signature.getCreationTime().toInstant();
        if (made.isAfter(at.plus(AHEAD)) || made.isBefore(at.minus(AGE))) {
            throw new UnverifiedException("SIGNATURTID");
        }
    }
}
