package se.utfall.exchange;

import org.bouncycastle.bcpg.AEADEncDataPacket;
import org.bouncycastle.bcpg.SymmetricEncIntegrityPacket;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSessionKey;
import org.bouncycastle.openpgp.operator.PGPDataDecryptor;
import org.bouncycastle.openpgp.operator.SessionKeyDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcSessionKeyDataDecryptorFactory;

/** Decrypts under a known session key: by the JCA where modification detection protects the data, by Bouncy Castle the AEAD kinds, which no partner must use. */
final class SessionDecryption implements SessionKeyDataDecryptorFactory {
    private final PGPSessionKey key;
    private final BcSessionKeyDataDecryptorFactory aead;

    SessionDecryption(PGPSessionKey key) {
        this.key = key;
        this.aead = new BcSessionKeyDataDecryptorFactory(key);
    }

    @Override
    public PGPSessionKey getSessionKey() {
        return key;
    }

    @Override
    public PGPDataDecryptor createDataDecryptor(boolean integrity, int algorithm, byte[] sessionKey) {
        return new CfbDecryptor(sessionKey);
    }

    @Override
    public PGPDataDecryptor createDataDecryptor(AEADEncDataPacket packet, PGPSessionKey sessionKey)
            throws PGPException {
        return aead.createDataDecryptor(packet, sessionKey);
    }

    @Override
    public PGPDataDecryptor createDataDecryptor(SymmetricEncIntegrityPacket packet, PGPSessionKey sessionKey)
            throws PGPException {
        return aead.createDataDecryptor(packet, sessionKey);
    }
}
