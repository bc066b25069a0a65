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
    private final Queue<FileReport> checked = new ConcurrentLinkedQueue<>();
    private Path export;

    /** Stands for the bean {@code intake}. */
    public final class Door {
        public Optional<FileReport> loadNext() {
            return Optional.ofNullable(checked.poll());
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
        checked.add(report(EXIT, 1));
        checked.add(report(COST, 0));
        Path written = folder.resolve("rejects").resolve(EXIT + ".rejects.csv");

        await().until(() -> Files.exists(written));

        assertThat(written)
                .hasContent("rad;kolumn;kod;forklaring;atgard\n"
                        + "3;startdatum;DATUM;\"väntade ett datum; inget annat\";\"rätta \"\"raden\"\"\"\n");
        assertThat(folder.resolve("rejects").resolve(COST + ".rejects.csv")).doesNotExist();
    }

    private static FileReport report(String name, int rejected) {
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
                rejected,
                0,
                0,
                0,
                Map.of());
    }
}
