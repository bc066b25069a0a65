package se.utfall.keys;

import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Files under a passphrase, for what leaves the hub's folders: a head, the salt (16), a sealed word that only the right passphrase opens, then Tink streaming AEAD
 * (AES-256-GCM-HKDF) under a key that scrypt makes, and the length (8) so that a cut file is told from an altered one. Associated data = the use.
 */
public final class LockedFiles {
    private static final byte[] HEAD = "UTFALL-LOCKED-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] WORD = "opens".getBytes(StandardCharsets.US_ASCII);
    private static final int SEALED_WORD = 12 + 5 + 16;
    private static final int SALT = 16;
    private static final int KEY = 32;
    private static final int SEGMENT = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private final Path passphrase;
    private final byte[] use;

    /**
     * @param passphrase file that holds it
     * @param use what the files are for: one made for another use does not open
     */
    public LockedFiles(Path passphrase, String use) {
        this.passphrase = passphrase;
        this.use = use.getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a file's content; it is not known to be whole before the end of the stream was reached. */
    @FunctionalInterface
    public interface Reader {
        void from(InputStream in) throws IOException;
    }

    /** Durable under its name, in place of what was there, when it returns; leaves nothing new when it throws. */
    public void write(Path file, SealedFiles.Content content) throws IOException {
        Path unfinished = PrivateFiles.unfinished(file.toAbsolutePath());
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] key = RootKey.stretched(passphrase, salt);
        try (FileChannel channel = PrivateFiles.create(unfinished)) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
            out.write(HEAD);
            out.write(salt);
            out.write(new ValueSeal(key).seal(WORD, use));
            Open open = new Open(out);
            OutputStream sealing = new BufferedOutputStream(streaming(key).newEncryptingStream(open, use), BUFFER);
            content.to(sealing);
            sealing.close();
            DataOutputStream length = new DataOutputStream(out);
            length.writeLong(HEAD.length + SALT + SEALED_WORD + open.written);
            length.flush();
            channel.force(true);
            PrivateFiles.publish(unfinished, file.toAbsolutePath());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Gives the content to the reader and makes sure that all of it was there; {@link LockedFileException} when the file is not what was written. */
    public void read(Path file, Reader reader) throws IOException {
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            StreamingAead aead = streaming(key(in, size));
            long length = size - HEAD.length - SALT - SEALED_WORD - Long.BYTES;
            requireWhole(file, size);
            Checked plain = new Checked(aead.newDecryptingStream(new Limited(in, length), use));
            reader.from(new BufferedInputStream(plain, BUFFER));
            plain.readToTheEnd();
        } catch (GeneralSecurityException e) {
            throw new LockedFileException(LockedFileException.Code.ALTERED);
        }
    }

    private byte[] key(DataInputStream in, long size) throws IOException {
        if (!Arrays.equals(in.readNBytes(HEAD.length), HEAD)) {
            throw new LockedFileException(LockedFileException.Code.OTHER_FILE);
        }
        if (size < HEAD.length + SALT + SEALED_WORD + Long.BYTES) {
            throw new LockedFileException(LockedFileException.Code.TRUNCATED);
        }
        byte[] key = RootKey.stretched(passphrase, in.readNBytes(SALT));
        try {
            new ValueSeal(key).open(in.readNBytes(SEALED_WORD), use);
            return key;
        } catch (SealBrokenException e) {
            throw new LockedFileException(LockedFileException.Code.OTHER_KEY);
        }
    }

    private static void requireWhole(Path file, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(file);
                DataInputStream end =
                        new DataInputStream(Channels.newInputStream(channel.position(size - Long.BYTES)))) {
            if (end.readLong() != size - Long.BYTES) {
                throw new LockedFileException(LockedFileException.Code.TRUNCATED);
            }
        }
    }

    private static StreamingAead streaming(byte[] key) throws GeneralSecurityException {
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
    }

    /** Counts, and stays open when what writes to it closes. */
    private static final class Open extends OutputStream {
        private final OutputStream to;
        private long written;

        Open(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            to.write(bytes, from, length);
            written += length;
        }
    }

    /** The next so many bytes. */
    private static final class Limited extends InputStream {
        private final InputStream from;
        private long left;

        Limited(InputStream from, long left) {
            this.from = from;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            if (left <= 0) {
                return -1;
            }
            int read = from.read(to, at, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** What does not decrypt was altered: its length holds. */
    private static final class Checked extends InputStream {
        private final InputStream from;

        Checked(InputStream from) {
            this.from = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            try {
                return from.read(to, at, length);
            } catch (IOException e) {
                LockedFileException altered = new LockedFileException(LockedFileException.Code.ALTERED);
                altered.addSuppressed(e);
                throw altered;
            }
        }

        void readToTheEnd() throws IOException {
            byte[] rest = new byte[BUFFER];
            while (read(rest, 0, rest.length) >= 0) {
                // what the reader left
            }
        }
    }
}
