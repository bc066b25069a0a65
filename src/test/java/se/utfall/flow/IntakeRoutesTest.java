package se.utfall.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.utfall.intake.FileReport;

/** {@code routes/intake.camel.yaml} against a real SFTP server. */
class IntakeRoutesTest extends RealRoutes {
    private static final String EXIT = "avslut_20261101_001.csv";
    private static final String COST = "kostnad_20261101_001.csv";
    private final Queue<FileReport> rejected = new ConcurrentLinkedQueue<>();
    private Path export;

    /** Stands for the bean {@code intake}. */
    public final class Door {
        public void loadNext() {
            told.add("load");
        }

        public Optional<FileReport> nextRejects() {
            return Optional.ofNullable(rejected.peek());
        }

        public void rejectsWritten(FileReport report) {
            told.add("written " + report.id());
            rejected.poll();
        }

        public void learn(String name, List<List<String>> rows) {
            told.add(name + " " + rows);
        }

        public List<List<String>> rejects(FileReport report) {
            return List.of(
                    List.of("rad", "kolumn", "kod", "forklaring", "atgard"),
                    List.of("3", "startdatum", "DATUM", "väntade ett datum; inget annat", "rätta \"raden\""));
        }
    }

    /** Stands for the bean {@code jobbtorg.arrivals}. */
    public final class Pairs {
        public Manifest manifest(@Header("CamelFileName") String name) {
            return new Manifest(name);
        }

        public void pair(Manifest manifest, @Body File data) {
            told.add(manifest.name + " with " + (data == null ? "nothing" : data.getName() + " " + data.length()));
        }
    }

    /** A manifest under way. */
    public static final class Manifest {
        private final String name;

        Manifest(String name) {
            this.name = name;
        }

        public String getDataName() {
            return name.replace(".klar", "");
        }
    }

    @BeforeEach
    void start() throws Exception {
        export = Files.createDirectories(folder.resolve("case/export"));
        SftpServer server = server("case-system", folder.resolve("case"));
        bind("intake", new Door());
        bind(
                "jobbtorg.filter",
                new StillFilter("jobbtorg", server.still(), seen -> wanted(seen.name()), Clock.systemUTC()));
        bind("jobbtorg.arrivals", new Pairs());
        load("intake");
        addSource("jobbtorg", server);
    }

    private boolean wanted(String name) {
        return name.endsWith(".klar") && told.stream().noneMatch(t -> t.startsWith(name + " with " + name.charAt(0)));
    }

    @Test
    void fetchesTheManifestAndThenTheFileItStandsFor() throws IOException {
        Files.writeString(export.resolve(COST), "another");
        Files.writeString(export.resolve(EXIT), "the file");
        Files.writeString(export.resolve(EXIT + ".klar"), "{}");

        await().until(() -> told.contains(EXIT + ".klar with " + EXIT + " 8"));

        assertThat(told).noneMatch(t -> t.contains(COST));
        assertThat(export.resolve(EXIT)).hasContent("the file");
    }

    @Test
    void aManifestWithoutItsFileIsPairedWithNothingNeverWithAnother() throws IOException {
        Files.writeString(export.resolve(COST), "another");
        Files.writeString(export.resolve(EXIT + ".klar"), "{}");

        await().until(() -> told.contains(EXIT + ".klar with nothing"));

        assertThat(told).noneMatch(t -> t.contains("another") || t.contains(COST));
    }

    @Test
    void writesRejectsAsCsvThatReadsBack() throws IOException {
        rejected.add(report(EXIT));

        await().until(() -> told.contains("written id"));

        assertThat(folder.resolve("rejects/jobbtorg").resolve(EXIT + ".rejects.csv"))
                .hasContent("rad;kolumn;kod;forklaring;atgard\n"
                        + "3;startdatum;DATUM;\"väntade ett datum; inget annat\";\"rätta \"\"raden\"\"\"\n");
    }

    @Test
    void readsListsOfLocalCodes() throws IOException {
        Path codes = folder.resolve("codes");
        Files.createDirectories(codes);
        Files.writeString(codes.resolve("enheter.csv"), "kolumn;kod\njobbtorg;Årsta\n");

        await().until(() -> told.contains("enheter.csv [[kolumn, kod], [jobbtorg, Årsta]]"));
        await().until(() -> Files.exists(codes.resolve("read/enheter.csv")));
    }

    @Test
    void asksForTheNextFileToLoadAtEveryTick() {
        await().until(() -> told.contains("load"));
    }

    private static FileReport report(String name) {
        return new FileReport(
                "id",
                "jobbtorg",
                name,
                "avslut",
                FileReport.State.LOADED,
                null,
                "00",
                null,
                1,
                0,
                0,
                0,
                0,
                0,
                1,
                0,
                0,
                0,
                Map.of());
    }
}
