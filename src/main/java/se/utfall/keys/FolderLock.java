package se.utfall.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One writer at a time in a folder: among threads by a lock, among processes by a locked file. */
final class FolderLock {
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();
    private final Path file;

    FolderLock(Path folder) {
        this.file = folder.resolve("lock");
    }

    /** Work on files. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    void during(Work work) {
        IN_PROCESS.lock();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            if (held.isValid()) {
                work.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("secret store", e);
        } finally {
            IN_PROCESS.unlock();
        }
    }
}
