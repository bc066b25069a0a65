package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKeyEncryptedData;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.PGPSessionKeyEncryptedData;
import org.bouncycastle.openpgp.operator.bc.BcPublicKeyDataDecryptorFactory;
import se.utfall.keys.PgpKeys;

/** The encrypted part of a message: opened with one of the hub's keys, decrypted as it is read; whole only once {@link #requireWhole} says so. */
final class EncryptedMessage {
    private static final Set<Integer> AES = Set.of(
            SymmetricKeyAlgorithmTags.AES_128, SymmetricKeyAlgorithmTags.AES_192, SymmetricKeyAlgorithmTags.AES_256);
    private static final int BUFFER = 1 << 16;
    private final CipherSource source;
    private final PGPSessionKeyEncryptedData data;
    private final InputStream plain;

    private EncryptedMessage(CipherSource source, PGPSessionKeyEncryptedData data, InputStream plain) {
        this.source = source;
        this.data = data;
        this.plain = plain;
    }

    /** Refuses what is no encrypted message, or none for the hub, or not by AES with integrity protection. */
    static EncryptedMessage open(CipherSource source, PgpKeys keys) throws IOException {
        PGPEncryptedDataList list = MessageStart.read(source);
        PGPSessionKey key = sessionKey(list, keys).orElseThrow(Fault.FEL_MOTTAGARE::refusal);
        if (!AES.contains(key.getAlgorithm())) {
            throw Fault.SVAGT_CHIFFER.refusal();
        }
        PGPSessionKeyEncryptedData data = list.extractSessionKeyEncryptedData();
        InputStream plain = source.parse(() -> data.getDataStream(new SessionDecryption(key)));
        return new EncryptedMessage(source, data, plain);
    }

    InputStream plain() {
        return plain;
    }

    /** Reads to the end and refuses a message that was cut, altered or added to. To be asked before anything seen in it is believed. */
    void requireWhole() throws IOException {
        boolean whole;
        try {
            whole = source.parse(this::isWhole);
        } catch (PackageRefusedException e) {
            whole = false;
        }
        if (!whole) {
            throw (source.ended() ? Fault.AVKORTAD : Fault.MANIPULERAD).refusal();
        }
        if (source.read() >= 0) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
    }

    private boolean isWhole() throws IOException, PGPException {
        byte[] buffer = new byte[BUFFER];
        int read;
        do {
            read = plain.read(buffer);
        } while (read >= 0);
        return data.getEncData() instanceof AEADEncDataPacket || data.verify();
    }

    /** Tries the keys a packet names, or all when it hides its recipient. */
    private static Optional<PGPSessionKey> sessionKey(PGPEncryptedDataList list, PgpKeys keys) {
        for (PGPEncryptedData method : list) {
            if (method instanceof PGPPublicKeyEncryptedData forKey) {
                for (PGPSecretKey candidate : candidates(forKey, keys)) {
                    Optional<PGPSessionKey> key = recover(forKey, candidate, keys);
                    if (key.isPresent()) {
                        return key;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<PGPSecretKey> candidates(PGPPublicKeyEncryptedData forKey, PgpKeys keys) {
        long id = forKey.getKeyIdentifier().getKeyId();
        return id == 0
                ? keys.listDecryptionKeys()
                : keys.findDecryptionKey(id).map(List::of).orElse(List.of());
    }

    private static Optional<PGPSessionKey> recover(
            PGPPublicKeyEncryptedData forKey, PGPSecretKey candidate, PgpKeys keys) {
        PGPPrivateKey unlocked = keys.unlock(candidate);
        try {
            PGPKeyPair pair = new PGPKeyPair(candidate.getPublicKey(), unlocked);
            PGPSessionKey key = forKey.getSessionKey(new BcPublicKeyDataDecryptorFactory(pair));
            return Optional.of(key);
        } catch (PGPException | RuntimeException e) {
            return Optional.empty(); // made for another key, or for none
        }
    }
}
