package se.utfall.flow;

import com.jcraft.jsch.JSchException;

/** Says what failed by the exceptions' types; only a connection's own words are shown, never a message that could hold data. */
final class Causes {
    private Causes() {}

    static String describe(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getSimpleName());
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 8; depth++, cause = cause.getCause()) {
            text.append(" < ").append(cause.getClass().getSimpleName());
            if (cause instanceof JSchException) {
                text.append(" (").append(cause.getMessage()).append(')');
            }
        }
        return text.toString();
    }
}
