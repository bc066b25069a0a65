package se.utfall.demo.partner;

import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/** Swallows a file's bytes and knows their number, hash and check sum: what must be said of a file before it is written. */
final class Measured extends OutputStream {
    private final MessageDigest digest = Durable.sha256();
    private final CRC32 crc = new CRC32();
    private long size;

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        crc.update(bytes, offset, length);
        size += length;
    }

    /** Asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long crc() {
        return crc.getValue();
    }

    long size() {
        return size;
    }
}
