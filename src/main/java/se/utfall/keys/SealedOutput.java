package se.utfall.keys;

import com.google.crypto.tink.StreamingAead;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * A sealed file being written. Closing makes it durable under its name, unless a write failed or it was abandoned: then nothing is left. Beware
 * that try-with-resources closes after a failure of the source too: {@link SealedFiles#write(Path, SecretId, String, int,
 * SealedFiles.Content)} does not.
 */
public final class SealedOutput extends OutputStream {
    private final Path file;
    private final Path unfinished;
    private final FileChannel channel;
    private final OutputStream sealing;
    private boolean failed;
    private boolean ended;

    SealedOutput(Path file, StreamingAead aead, byte[] associated) throws IOException {
        this.file = file;
        this.unfinished = PrivateFiles.unfinished(file);
        this.channel = PrivateFiles.create(unfinished);
        try {
            this.sealing = aead.newEncryptingStream(new Synced(channel), associated);
        } catch (GeneralSecurityException e) {
            abandon();
            throw new IOException(e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (ended) {
            throw new IOException("the sealed file is closed");
        }
        boolean done = false;
        try {
            sealing.write(bytes, from, length);
            done = true;
        } finally {
            failed |= !done;
        }
    }

    @Override
    public void close() throws IOException {
        if (ended) {
            return;
        }
        try {
            if (failed) {
                throw new IOException("the sealed file was not written whole and is abandoned");
            }
            sealing.close();
            PrivateFiles.publish(unfinished, file);
        } finally {
            abandon();
        }
    }

    /** Leaves nothing of what was written; no effect after close. */
    public void abandon() throws IOException {
        ended = true;
        channel.close();
        Files.deleteIfExists(unfinished);
    }

    /** Tells the disk before it closes. */
    private static final class Synced extends FilterOutputStream {
        private final FileChannel channel;

        Synced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            channel.force(true);
            channel.close();
        }
    }
}
