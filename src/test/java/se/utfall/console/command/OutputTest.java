package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.console.Pictures;
import se.utfall.console.command.StatusCommand.Status;
import se.utfall.console.page.Snapshot;
import se.utfall.dataset.ReleaseView;
import se.utfall.exchange.PackageStep;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileStep;
import se.utfall.linkage.ResultRow;
import se.utfall.notice.Messages;
import se.utfall.retention.DisposalView;
import se.utfall.retention.backup.BackupView;

/** What scripts rely on: the JSON of each view, to the letter, as it stands in {@code src/test/resources}. */
class OutputTest {
    private static final Snapshot CALM = Pictures.calm();

    record Sample(String name, Object view) {}

    static Stream<Sample> samples() {
        return Stream.of(
                new Sample("order", CALM.orders().get(0)),
                new Sample("study", List.of(Pictures.study(), Pictures.draft())),
                new Sample("results", List.of(Pictures.result())),
                new Sample("result", List.of(new ResultRow("effekt", "ALLA", "andel", "41,5", "1,2", "120"))),
                new Sample("packages", CALM.packages()),
                new Sample("files", List.of(Pictures.loaded("avslut_20261123_001.csv", 1, Map.of("KOD", 1)))),
                new Sample("file", file()),
                new Sample("package", new PackageCommand.Whole(CALM.packages().get(0), packageSteps())),
                new Sample(
                        "tasks",
                        List.of(new TaskCommand.Shown(
                                "exchange/ODD_NAME/SCB", "Be partnern rätta namnet.", "BY_HAND", Pictures.NOW))),
                new Sample("deliveries", List.of(Pictures.delivery(true), Pictures.delivery(false))),
                new Sample("dataset", CALM.datasets().get(0)),
                new Sample(
                        "release",
                        new ReleaseView(
                                "SCB-2026-001-D001",
                                "statistiker",
                                "1".repeat(40),
                                Path.of("/released/statistiker/SCB-2026-001_v001.zip.pgp"),
                                48_211,
                                Pictures.HASH)),
                new Sample(
                        "disposal",
                        new DisposalView(
                                "SCB-2026-001",
                                "AMF 2026-118",
                                "anna",
                                "2026-11-24T08:00:00Z",
                                true,
                                "DELIVERED",
                                "2031-12-31",
                                1_000,
                                2,
                                new TreeMap<>(Map.of(
                                        "population",
                                        2L,
                                        "package",
                                        3L,
                                        "delivery",
                                        4L,
                                        "result",
                                        1L,
                                        "dataset",
                                        40L,
                                        "release",
                                        1L)),
                                "disposals/SCB-2026-001/gallringsbevis.json",
                                "0".repeat(64))),
                new Sample(
                        "backup",
                        new BackupView(
                                "utfall.backup",
                                "2026-11-24T02:00:00Z",
                                "091",
                                40,
                                120_000,
                                80,
                                9_000_000,
                                List.of("SCB-2026-001"),
                                List.of(),
                                false)),
                new Sample("status", new Status(List.of("SCB går inte att nå."), 49, 1, 3, 2, 1, false)));
    }

    private static FileCommand.Whole file() {
        return new FileCommand.Whole(
                Pictures.file("avslut_20261123_001.csv", FileReport.State.QUARANTINED, 30, 0, 21, Map.of("DATUM", 21)),
                List.of("FOR_MANGA_FEL: För många rader är felaktiga: 21."),
                new TreeSet<>(Set.of(FileAct.RELEASE, FileAct.REJECT)),
                List.of(new FileStep(Pictures.NOW, FileStep.Kind.QUARANTINED, "hub", "FOR_MANGA_FEL")));
    }

    private static List<PackageStep> packageSteps() {
        return List.of(new PackageStep(Pictures.NOW, "RECEIPT", "GODKAND"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsItsJson(Sample sample) throws IOException {
        String json = shown(sample.view(), true);

        assertThat(json).isEqualTo(expected(sample.name() + ".json"));
    }

    @Test
    void printsWordsForPeople() {
        String text = shown(CALM.packages().subList(2, 3), false);

        assertThat(text)
                .contains("Partner: SCB\n")
                .contains("Namn: SCB-2026-001_leverans_002.zip.pgp\n")
                .contains("Kod: KOLUMN_SAKNAS\n")
                .contains("Kvittenser:\n  - AVVISAD\n");
        assertThat(text).doesNotContain("\u001b");
    }

    @Test
    void saysSentencesAndInJsonTheirKeysInAFixedOrder() {
        StringWriter out = new StringWriter();

        new Output(new PrintWriter(out), Locale.ENGLISH, true).say("user.set", "olga");

        assertThat(lines(out))
                .isEqualTo("{\n  \"message\" : \"user.set\",\n  \"text\" : \"The user olga is set.\"\n}\n");
    }

    private static String shown(Object view, boolean json) {
        StringWriter out = new StringWriter();
        new Output(new PrintWriter(out), Messages.SWEDISH, json).show(view);
        return lines(out);
    }

    private static String lines(StringWriter out) {
        return out.toString().replace(System.lineSeparator(), "\n");
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = OutputTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
