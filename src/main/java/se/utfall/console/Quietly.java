package se.utfall.console;

import org.slf4j.Logger;

/** Logs a failure by type and place; its message could hold data. */
final class Quietly {
    private Quietly() {}

    static void warn(Logger log, String what, Throwable failure) {
        log.warn("{}: {}", what, describe(failure));
    }

    static void error(Logger log, String what, Throwable failure) {
        log.error("{}: {}", what, describe(failure));
    }

    private static String describe(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String cause = failure.getCause() == null
                ? ""
                : " < " + failure.getCause().getClass().getSimpleName();
        return failure.getClass().getSimpleName() + cause + " at " + (trace.length == 0 ? "?" : trace[0]);
    }
}
