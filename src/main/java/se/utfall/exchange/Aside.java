package se.utfall.exchange;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Does arithmetic on a stream's bytes beside the thread that moves them: in their order, with a few buffers between the two. What fits in one buffer is done
 * at once, without a thread.
 */
final class Aside implements AutoCloseable {
    private static final int SIZE = 1 << 16;
    private static final int BUFFERS = 4;
    private static final Piece END = new Piece(0);
    private final Sink sink;
    private final BlockingQueue<Piece> full = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final BlockingQueue<Piece> free = new ArrayBlockingQueue<>(BUFFERS + 1);
    private Piece filling = new Piece(SIZE);
    private @Nullable Thread thread;
    private volatile @Nullable RuntimeException failure;

    Aside(Sink sink) {
        this.sink = sink;
    }

    /** Hashes, counts. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    private static final class Piece {
        private final byte[] bytes;
        private int length;

        Piece(int size) {
            bytes = new byte[size];
        }
    }

    void update(byte[] bytes, int offset, int length) {
        int done = 0;
        while (done < length) {
            if (filling.length == SIZE) {
                handOver();
            }
            int part = Math.min(length - done, SIZE - filling.length);
            System.arraycopy(bytes, offset + done, filling.bytes, filling.length, part);
            filling.length += part;
            done += part;
        }
    }

    /** Returns when the sink has taken everything; throws what it threw. */
    void finish() {
        Thread beside = thread;
        if (beside == null) {
            sink.take(filling.bytes, 0, filling.length);
            return;
        }
        try {
            full.put(filling);
            full.put(END);
            beside.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    /** Ends the thread, whatever is left. */
    @Override
    public void close() {
        Thread beside = thread;
        if (beside != null) {
            beside.interrupt();
        }
    }

    private void handOver() {
        try {
            if (thread == null) {
                thread = start();
            }
            full.put(filling);
            filling = free.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Thread start() {
        for (int i = 1; i < BUFFERS; i++) {
            free.add(new Piece(SIZE));
        }
        Thread beside = new Thread(this::run, "utfall-aside");
        beside.setDaemon(true);
        beside.start();
        return beside;
    }

    private void run() {
        try {
            for (Piece piece = full.take(); piece != END; piece = full.take()) {
                take(piece);
                piece.length = 0;
                free.put(piece);
            }
        } catch (InterruptedException e) {
            return; // closed
        }
    }

    private void take(Piece piece) {
        try {
            if (failure == null) {
                sink.take(piece.bytes, 0, piece.length);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted");
    }
}
