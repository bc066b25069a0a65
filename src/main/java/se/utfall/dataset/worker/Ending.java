package se.utfall.dataset.worker;

/** How a worker ended, told by its exit code. */
public enum Ending {
    DONE(0),
    /** The rows stopped before their end: whoever sent them is gone. */
    INPUT_CUT(20),
    /** More memory was needed than it may have. */
    MEMORY(21),
    /** The engine refused a statement. */
    ENGINE(22),
    OTHER(23),
    /** Killed, or crashed in native code. */
    KILLED(-1);

    private static final int EXIT_ON_OUT_OF_MEMORY = 3;
    private static final int SIGNAL = 128;
    private final int code;

    Ending(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** The ending that an exit code stands for. */
    public static Ending of(int exitCode) {
        for (Ending ending : values()) {
            if (ending.code == exitCode) {
                return ending;
            }
        }
        if (exitCode == EXIT_ON_OUT_OF_MEMORY) {
            return MEMORY;
        }
        return exitCode > SIGNAL ? KILLED : OTHER;
    }
}
