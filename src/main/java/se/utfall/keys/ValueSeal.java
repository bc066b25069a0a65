package se.utfall.keys;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM for single values such as a personal number: nonce (12), ciphertext, tag (16). The nonce is random, so one key may seal at most
 * 2^32 values (NIST SP 800-38D, 8.3).
 */
public final class ValueSeal {
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY = 32;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(ValueSeal::cipher);

    public ValueSeal(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("expected a key of 32 bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** {@code context} is not kept: the same must be given to open, for example the column and the row's id. */
    public byte[] seal(byte[] plain, byte[] context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(context);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Throws {@link SealBrokenException} unless the value is whole and was sealed under this key and context. */
    public byte[] open(byte[] sealed, byte[] context) {
        if (sealed.length < NONCE + TAG) {
            throw new SealBrokenException(new AEADBadTagException("too short"));
        }
        try {
            Cipher cipher = ciphers.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG * Byte.SIZE, sealed, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
