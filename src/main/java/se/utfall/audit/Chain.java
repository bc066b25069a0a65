package se.utfall.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The arithmetic of the chain: MAC of a line = HMAC(key, MAC before || line); lines and head under keys of their own. */
final class Chain {
    private static final String ALGORITHM = "HmacSHA256";
    private final byte[] lineKey;
    private final byte[] headKey;

    Chain(byte[] key) {
        this.lineKey = mac(key, ascii("line"));
        this.headKey = mac(key, ascii("head"));
    }

    /** What the first line is chained to. */
    byte[] beginning() {
        return mac(lineKey, ascii("beginning"));
    }

    byte[] next(byte[] before, Line line) {
        return mac(lineKey, before, line.canonical());
    }

    Head head(long length, byte[] lastMac) {
        return new Head(length, lastMac, mac(headKey, number(length), lastMac));
    }

    boolean holds(Head head) {
        return MessageDigest.isEqual(
                head.mac(), head(head.length(), head.lastMac()).mac());
    }

    private static byte[] mac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
