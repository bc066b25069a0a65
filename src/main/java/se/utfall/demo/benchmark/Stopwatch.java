package se.utfall.demo.benchmark;

import java.io.IOException;

/** Times one piece of work. */
final class Stopwatch {
    private Stopwatch() {}

    /** Work that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
