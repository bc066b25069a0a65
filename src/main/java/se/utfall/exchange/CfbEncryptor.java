package se.utfall.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.ShortBufferException;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.openpgp.operator.PGPDataEncryptor;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;

/**
 * OpenPGP's CFB (RFC 9580, 5.13.1: zero IV, no resynchronisation) by the JCA's AES-CBC: with D(0) = E(0) and D(i) = E(P(i) xor D(i-1)), which is CBC
 * of the plaintext, the ciphertext is C(i) = P(i) xor D(i-1). Processors do CBC in one instruction stream, CFB they do not.
 */
final class CfbEncryptor implements PGPDataEncryptor {
    static final int BLOCK = 16;
    private static final int BUFFER = 1 << 16;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private final byte[] firstStream;
    private final Cipher cbc;

    CfbEncryptor(byte[] key) {
        try {
            SecretKeySpec aes = new SecretKeySpec(key, "AES");
            Cipher ecb = Cipher.getInstance("AES/ECB/NoPadding");
            ecb.init(Cipher.ENCRYPT_MODE, aes);
            firstStream = ecb.doFinal(new byte[BLOCK]);
            cbc = Cipher.getInstance("AES/CBC/NoPadding");
            cbc.init(Cipher.ENCRYPT_MODE, aes, new IvParameterSpec(firstStream));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public OutputStream getOutputStream(OutputStream out) {
        return new CfbOutput(out);
    }

    @Override
    public PGPDigestCalculator getIntegrityCalculator() {
        return new Sha1Integrity();
    }

    @Override
    public int getBlockSize() {
        return BLOCK;
    }

    /** Eight bytes at a time: a loop over bytes costs as much as the cipher. */
    static void xor(byte[] target, int at, byte[] stream, int length) {
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            long sum = (long) LONGS.get(target, at + i) ^ (long) LONGS.get(stream, i);
            LONGS.set(target, at + i, sum);
        }
        for (; i < length; i++) {
            target[at + i] ^= stream[i];
        }
    }

    private final class CfbOutput extends OutputStream {
        private final OutputStream out;
        private final byte[] text = new byte[BUFFER];
        /** D(i-1) first, then room for what CBC makes of the buffer. */
        private final byte[] stream = new byte[BLOCK + BUFFER];

        private int filled;

        CfbOutput(OutputStream out) {
            this.out = out;
            System.arraycopy(firstStream, 0, stream, 0, BLOCK);
        }

        @Override
        public void write(int b) throws IOException {
            text[filled++] = (byte) b;
            if (filled == BUFFER) {
                encrypt(BUFFER);
            }
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                int part = Math.min(length - done, BUFFER - filled);
                System.arraycopy(b, offset + done, text, filled, part);
                filled += part;
                done += part;
                if (filled == BUFFER) {
                    encrypt(BUFFER);
                }
            }
        }

        @Override
        public void close() throws IOException {
            encrypt(filled);
            out.close();
        }

        /** Whole blocks, or at the end whatever is left. */
        private void encrypt(int length) throws IOException {
            int whole = length - length % BLOCK;
            try {
                cbc.update(text, 0, whole, stream, BLOCK);
            } catch (ShortBufferException e) {
                throw new IllegalStateException(e);
            }
            xor(text, 0, stream, length);
            out.write(text, 0, length);
            System.arraycopy(stream, whole, stream, 0, BLOCK);
            filled = 0;
        }
    }
}
