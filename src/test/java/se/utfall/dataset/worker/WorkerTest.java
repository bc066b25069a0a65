package se.utfall.dataset.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child process by itself: what it may do, and how it ends. */
class WorkerTest {
    private static final List<Job.Column> COLUMNS = List.of(
            new Job.Column("name", ColumnType.VARCHAR),
            new Job.Column("small", ColumnType.INTEGER),
            new Job.Column("large", ColumnType.BIGINT),
            new Job.Column("day", ColumnType.DATE));

    @TempDir
    Path temp;

    private Path folder;
    private Path spill;

    @BeforeEach
    void makeFolders() throws IOException {
        folder = Files.createDirectory(temp.resolve("it's here"));
        spill = Files.createDirectory(temp.resolve("spill"));
    }

    @Test
    void writesFilesAndAnswers() throws Exception {
        Job.Export export = new Job.Export("SELECT * FROM t ORDER BY small -- sorted", "a.parquet", "a.csv");
        Job job = job("64MB", export, "SELECT COUNT(*), MAX(name), MIN(large), NULL FROM t");
        Process worker = start();
        RowWriter rows = new RowWriter(worker.getOutputStream(), job);
        rows.write(new Object[] {"å;\"ä\"", 2, 5_000_000_000L, LocalDate.of(2026, 2, 28)});
        rows.write(new Object[] {null, 1, null, null});
        rows.end();

        Answers answers = Answers.read(worker.getInputStream());

        assertThat(ending(worker)).isEqualTo(Ending.DONE);
        assertThat(answers.rows()).isEqualTo(2);
        assertThat(answers.byQuestion().get("q")).containsExactly(Arrays.asList("2", "å;\"ä\"", "5000000000", null));
        assertThat(Files.readString(folder.resolve("a.csv")))
                .isEqualTo("name;small;large;day\n;1;;\n\"å;\"\"ä\"\"\";2;5000000000;2026-02-28\n");
        assertThat(folder.resolve("a.parquet")).isNotEmptyFile();
    }

    @Test
    void saysNothingButACodeWhenAStatementIsRefused() throws Exception {
        assertThat(ask("64MB", "SELECT * FROM read_text('/etc/hostname')")).isEqualTo(Ending.ENGINE);
    }

    @Test
    void saysWhenMemoryDidNotSuffice() throws Exception {
        assertThat(ask("10MB", "SELECT MAX(a.range * b.range) OVER () FROM range(10000) a, range(10000) b ORDER BY 1"))
                .isEqualTo(Ending.MEMORY);
    }

    @Test
    void doesNothingWithRowsThatStopBeforeTheirEnd() throws Exception {
        Job job = job("64MB", new Job.Export("SELECT * FROM t", "a.parquet", "a.csv"), "SELECT 1");
        Process worker = start();
        RowWriter rows = new RowWriter(worker.getOutputStream(), job);
        for (int i = 0; i < 20_000; i++) {
            rows.write(new Object[] {"a", i, 1L, null});
        }
        worker.getOutputStream().close();

        assertThat(ending(worker)).isEqualTo(Ending.INPUT_CUT);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsWithItsParent() throws Exception {
        Job job = job("64MB", null, "SELECT SUM(a.range * b.range) FROM range(3000000) a, range(3000000) b");
        Process worker = start();
        RowWriter rows = new RowWriter(worker.getOutputStream(), job);
        rows.end();
        OutputStream pipe = worker.getOutputStream();
        assertThat(worker.waitFor(2, TimeUnit.SECONDS)).as("busy").isFalse();

        pipe.close();

        assertThat(ending(worker)).isEqualTo(Ending.INPUT_CUT);
    }

    @Test
    void knowsEndingsByExitCode() {
        for (Ending ending : Ending.values()) {
            assertThat(Ending.of(ending.code())).isEqualTo(ending);
        }
        assertThat(Ending.of(137)).isEqualTo(Ending.KILLED);
        assertThat(Ending.of(3)).isEqualTo(Ending.MEMORY);
        assertThat(Ending.of(1)).isEqualTo(Ending.OTHER);
    }

    private Ending ask(String memory, String question) throws Exception {
        Job job = job(memory, null, question);
        Process worker = start();
        RowWriter rows = new RowWriter(worker.getOutputStream(), job);
        rows.write(new Object[] {"a", 1, 1L, null});
        rows.end();
        return ending(worker);
    }

    private static Ending ending(Process worker) throws InterruptedException {
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Ending.of(worker.exitValue());
    }

    private Job job(String memory, Job.Export export, String question) {
        List<Job.Export> exports = export == null ? List.of() : List.of(export);
        return new Job(
                memory, 1, folder, spill, "t", COLUMNS, List.of(), exports, List.of(new Job.Question("q", question)));
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(java, "-Xmx64m", "-Djava.io.tmpdir=" + spill, Worker.class.getName());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }
}
