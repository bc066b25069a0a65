package se.utfall.console;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2-HMAC-SHA-256, as {@code rounds$salt$hash}: the rounds stand with the hash, so that raising them makes no old password wrong. */
final class PasswordHash {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BITS = 256;

    private PasswordHash() {}

    static String make(char[] password, int rounds) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return rounds + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(derive(password, salt, rounds));
    }

    /** Compares in constant time. */
    static boolean matches(String stored, char[] password) {
        String[] parts = stored.split("\\$", 3);
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] derived = derive(password, base64.decode(parts[1]), Integer.parseInt(parts[0]));
        return MessageDigest.isEqual(base64.decode(parts[2]), derived);
    }

    private static byte[] derive(char[] password, byte[] salt, int rounds) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password, salt, rounds, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
