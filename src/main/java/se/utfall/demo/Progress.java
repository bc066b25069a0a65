package se.utfall.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.utfall.notice.Messages;

/** Shows which step is under way and how far it has come: one line that moves on a terminal, a line now and then elsewhere. */
final class Progress {
    private static final int STEPS = 9;
    private static final int WIDTH = 100;
    private static final long STILL_NANOS = 5_000_000_000L;
    private final PrintWriter out;
    private final Locale locale;
    private final boolean terminal;
    private int step;
    private long started;
    private long spoke;
    private @Nullable String title;

    Progress(PrintWriter out, Locale locale, boolean terminal) {
        this.out = out;
        this.locale = locale;
        this.terminal = terminal;
    }

    void begin(String key, Object... arguments) {
        step++;
        title = String.format(Locale.ROOT, "[%d/%d] %s", step, STEPS, text("step." + key, arguments));
        started = System.nanoTime();
        spoke = started;
        show(title + " ...", !terminal);
    }

    /** How far; may be called often. */
    void at(String key, Object... arguments) {
        long now = System.nanoTime();
        if (terminal) {
            show(title + " ... " + text("step." + key, arguments), false);
        } else if (now - spoke > STILL_NANOS) {
            spoke = now;
            show("      " + text("step." + key, arguments), true);
        }
    }

    void done(String key, Object... arguments) {
        String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - started) / 1e9);
        String answer = text("step." + key, arguments) + "  (" + seconds + ")";
        show(terminal ? title + ": " + answer : "      " + answer, true);
    }

    void fail(String what, Path log) {
        say((terminal ? "\n" : "") + text("failed", what, log));
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    String text(String key, Object... arguments) {
        return Messages.text(locale, "demo", key, arguments);
    }

    private void show(String line, boolean last) {
        if (terminal) {
            String padded = line.length() < WIDTH ? line + " ".repeat(WIDTH - line.length()) : line;
            out.print("\r" + (last ? line + " ".repeat(Math.max(0, WIDTH - line.length())) + "\n" : padded));
        } else {
            out.println(line);
        }
        out.flush();
    }
}
