package se.utfall.demo.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.zip.CRC32;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The limit for opening: nothing but the arithmetic that no reader of such a package can leave out, over as many bytes, on one core. AES-CFB decryption,
 * SHA-1 (integrity packet), SHA-256 twice (signature, file), CRC-32 (zip), and one look at every byte for separators.
 */
final class BareOpening {
    private static final int PIECE = 1 << 16;
    private final byte[] row;
    private long separators;

    BareOpening() {
        this.row = "123456;2024-07;1;N;N;1;47\n".getBytes(StandardCharsets.US_ASCII);
    }

    double seconds(long bytes) throws IOException {
        byte[] piece = new byte[PIECE];
        for (int i = 0; i < piece.length; i++) {
            piece[i] = row[i % row.length];
        }
        return Stopwatch.seconds(() -> {
            try {
                work(piece, bytes);
            } catch (GeneralSecurityException e) {
                throw new IOException(e);
            }
        });
    }

    private void work(byte[] piece, long bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(new byte[32], "AES"), new IvParameterSpec(new byte[16]));
        List<MessageDigest> digests = List.of(
                MessageDigest.getInstance("SHA-1"),
                MessageDigest.getInstance("SHA-256"),
                MessageDigest.getInstance("SHA-256"));
        CRC32 crc = new CRC32();
        byte[] out = new byte[PIECE];
        for (long left = bytes; left > 0; left -= PIECE) {
            cipher.update(piece, 0, PIECE, out, 0);
            digests.forEach(d -> d.update(piece));
            crc.update(piece);
            for (byte b : piece) {
                separators += b == ';' || b == '\n' ? 1 : 0;
            }
        }
    }

    /** What was found; printed so that no compiler leaves the looking out. */
    long separators() {
        return separators;
    }
}
