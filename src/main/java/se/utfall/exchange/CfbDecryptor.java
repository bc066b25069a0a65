package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.openpgp.operator.PGPDataDecryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;

/** OpenPGP's CFB (RFC 9580, 5.13.1) by the JCA's AES-ECB: P(i) = C(i) xor E(C(i-1)), many blocks in one call. */
final class CfbDecryptor implements PGPDataDecryptor {
    private static final int BUFFER = 1 << 16;
    private final Cipher ecb;

    CfbDecryptor(byte[] key) {
        try {
            ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InputStream getInputStream(InputStream in) {
        return new CfbInput(in);
    }

    @Override
    public int getBlockSize() {
        return CfbEncryptor.BLOCK;
    }

    @Override
    public PGPDigestCalculator getIntegrityCalculator() {
        return new Sha1Integrity();
    }

    private final class CfbInput extends InputStream {
        private static final int START = CfbEncryptor.BLOCK;
        private final InputStream in;
        /** The ciphertext block before, then ciphertext, which becomes plaintext in place. */
        private final byte[] text = new byte[START + BUFFER];

        private final byte[] stream = new byte[BUFFER];
        private final byte[] lastBlock = new byte[START];
        private int at = START;
        private int limit = START;

        CfbInput(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return at < limit || fill() ? text[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (at == limit && !fill()) {
                return -1;
            }
            int part = Math.min(length, limit - at);
            System.arraycopy(text, at, b, offset, part);
            at += part;
            return part;
        }

        @Override
        public int available() {
            return limit - at;
        }

        private boolean fill() throws IOException {
            System.arraycopy(lastBlock, 0, text, 0, START);
            int length = in.readNBytes(text, START, BUFFER);
            if (length == 0) {
                return false;
            }
            int blocks = (length + START - 1) / START * START;
            try {
                ecb.update(text, 0, blocks, stream, 0);
            } catch (ShortBufferException e) {
                throw new IllegalStateException(e);
            }
            System.arraycopy(text, length, lastBlock, 0, START);
            CfbEncryptor.xor(text, START, stream, length);
            at = START;
            limit = START + length;
            return true;
        }
    }
}
