package se.utfall.dataset.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The child process. Says nothing but its answers: a message of the engine may hold a cell. */
public final class Worker {
    private static final int BUFFER = 1 << 16;
    private static final Pattern NO_MEMORY =
            Pattern.compile("Out of Memory|could not allocate block|failed to pin block");

    private Worker() {}

    /** Reads a job and rows from standard input, ends with an {@link Ending} as exit code. */
    public static void main(String[] arguments) {
        Ending ending = work(new BufferedInputStream(new FileInputStream(FileDescriptor.in), BUFFER));
        Runtime.getRuntime().halt(ending.code());
    }

    private static Ending work(InputStream pipe) {
        try {
            DataInputStream in = new DataInputStream(pipe);
            Job job = Job.read(in);
            Answers answers = run(job, in);
            DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER));
            answers.write(out);
            return Ending.DONE;
        } catch (EOFException e) {
            return Ending.INPUT_CUT;
        } catch (SQLException e) {
            return NO_MEMORY.matcher(String.valueOf(e.getMessage())).find() ? Ending.MEMORY : Ending.ENGINE;
        } catch (OutOfMemoryError e) {
            return Ending.MEMORY;
        } catch (IOException | RuntimeException e) {
            return Ending.OTHER;
        }
    }

    private static Answers run(Job job, DataInputStream in) throws SQLException, IOException {
        try (Engine engine = new Engine(job)) {
            long rows = engine.load(in);
            endWithParent(in);
            for (Job.View view : job.views()) {
                engine.lay(view);
            }
            for (Job.Export export : job.exports()) {
                engine.export(export);
            }
            Map<String, List<List<@Nullable String>>> answers = new LinkedHashMap<>();
            for (Job.Question question : job.questions()) {
                answers.put(question.name(), engine.ask(question));
            }
            return new Answers(rows, answers);
        }
    }

    /** The parent holds the pipe open until the end: when it closes the parent is gone, and nobody waits for the files any more. */
    private static void endWithParent(InputStream in) {
        Thread watch = new Thread(() -> {
            try {
                while (in.read() >= 0) {
                    // nothing is expected
                }
            } catch (IOException e) {
                // as good as closed
            }
            Runtime.getRuntime().halt(Ending.INPUT_CUT.code());
        });
        watch.setDaemon(true);
        watch.start();
    }
}
