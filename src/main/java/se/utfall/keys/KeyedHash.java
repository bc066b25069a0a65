package se.utfall.keys;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key, one {@code Mac} per thread; 32 bytes out. */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";
    private final ThreadLocal<Mac> macs;

    public KeyedHash(byte[] key) {
        SecretKeySpec spec = new SecretKeySpec(key, ALGORITHM);
        macs = ThreadLocal.withInitial(() -> mac(spec));
    }

    public byte[] of(byte[] message) {
        return macs.get().doFinal(message);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
