package se.utfall.keys;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.SCrypt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The 32 random bytes under which all secrets are wrapped. On disk either as they are (mode 0600) or sealed under a key that scrypt (RFC 7914,
 * N = 2^16, r = 8, p = 1) makes from the passphrase: a head, the salt (16), the sealed key (60).
 */
final class RootKey {
    private static final Logger LOG = LoggerFactory.getLogger(RootKey.class);
    private static final byte[] PLAIN = "UTFALL-ROOT-1 plain\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LOCKED = "UTFALL-ROOT-1 scrypt\n".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    private static final int SALT = 16;
    private static final int COST = 1 << 16;
    private static final int BLOCK = 8;

    private final byte[] root;

    private RootKey(byte[] root) {
        this.root = root;
    }

    /** Makes a new root key durable. */
    static void make(Path file, @Nullable Path passphrase) throws IOException {
        PrivateFiles.write(file, encoded(random(KEY), passphrase));
    }

    static RootKey read(Path file, @Nullable Path passphrase) throws IOException {
        keepToOwner(file);
        byte[] content = Files.readAllBytes(file);
        if (startsWith(content, LOCKED)) {
            byte[] root = unlock(content, file, passphrase);
            forgetUnprotected(file);
            return new RootKey(root);
        }
        if (!startsWith(content, PLAIN) || content.length != PLAIN.length + KEY) {
            throw new IllegalArgumentException(file + " is not a root key");
        }
        byte[] root = Arrays.copyOfRange(content, PLAIN.length, content.length);
        if (passphrase != null) {
            lock(file, root, passphrase);
        }
        return new RootKey(root);
    }

    /** HKDF-SHA-256 (RFC 5869) with the root as input, no salt; one label per use. */
    byte[] derive(String label) {
        try {
            return Hkdf.computeHkdf("HmacSha256", root, new byte[0], label.getBytes(StandardCharsets.UTF_8), KEY);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The unprotected file is overwritten after the protected one has its name, so that a crash in between loses nothing. */
    private static void lock(Path file, byte[] root, Path passphrase) throws IOException {
        Path old = unprotected(file);
        Files.deleteIfExists(old);
        Files.createLink(old, file);
        PrivateFiles.write(file, encoded(root, passphrase));
        forgetUnprotected(file);
        LOG.info("the root key is now protected by the passphrase");
    }

    private static void forgetUnprotected(Path file) throws IOException {
        if (Files.exists(unprotected(file))) {
            PrivateFiles.overwriteAndRemove(unprotected(file));
        }
    }

    private static Path unprotected(Path file) {
        return file.resolveSibling(file.getFileName() + ".unprotected");
    }

    private static byte[] unlock(byte[] content, Path file, @Nullable Path passphrase) throws IOException {
        if (passphrase == null) {
            throw new IllegalArgumentException(file + " is protected by a passphrase, and none is set");
        }
        byte[] rest = Arrays.copyOfRange(content, LOCKED.length, content.length);
        byte[] salt = Arrays.copyOf(rest, SALT);
        byte[] sealed = Arrays.copyOfRange(rest, Math.min(SALT, rest.length), rest.length);
        try {
            return new ValueSeal(stretched(passphrase, salt)).open(sealed, LOCKED);
        } catch (SealBrokenException e) {
            throw new IllegalArgumentException(file + " does not open: wrong passphrase, or the file was altered", e);
        }
    }

    private static byte[] encoded(byte[] root, @Nullable Path passphrase) throws IOException {
        if (passphrase == null) {
            return joined(PLAIN, root);
        }
        byte[] salt = random(SALT);
        return joined(LOCKED, salt, new ValueSeal(stretched(passphrase, salt)).seal(root, LOCKED));
    }

    static byte[] stretched(Path passphrase, byte[] salt) throws IOException {
        String text = Files.readString(passphrase).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(passphrase + " holds no passphrase");
        }
        return SCrypt.generate(text.getBytes(StandardCharsets.UTF_8), salt, COST, BLOCK, 1, KEY);
    }

    private static void keepToOwner(Path file) throws IOException {
        if (!PrivateFiles.isOwnersOnly(file)) {
            LOG.warn("the root key could be read by others than its owner; its mode is now 0600");
            PrivateFiles.keepToOwner(file);
        }
    }

    private static boolean startsWith(byte[] content, byte[] head) {
        return content.length >= head.length && Arrays.equals(content, 0, head.length, head, 0, head.length);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
