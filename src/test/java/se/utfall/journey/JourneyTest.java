package se.utfall.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.Servers;
import se.utfall.store.TestDatabase;

/** The main job through every room with the real routes, and everything it wrote. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTest {
    private static final long SEED = 7;
    private static final Set<String> OTHER_PEOPLES = Set.of("case-system", "scb", "scb-memory");

    private Path data;
    private CapturedLog log;
    private PlayedDemo demo;

    @BeforeAll
    void play(@TempDir Path folder) {
        data = folder;
        log = new CapturedLog();
        demo = PlayedDemo.play(data, SEED, Servers.EMBEDDED);
    }

    @AfterAll
    void close() {
        log.close();
    }

    @Test
    void closesEveryBalanceAndTheConsumerHoldsWhatTheHubSent() {
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.ledger())
                .contains("Every balance closes, and the consumer's content is the hub's.")
                .contains("bas_def_1.csv", "lisa_def_1.csv", "lisa_prel_2.csv", "ekb_def.csv", "af_def.csv")
                .doesNotContain("BAD ");
    }

    @Test
    void printsTheSameCountsAndTheSameTableForTheSameSeed(@TempDir Path again) {
        PlayedDemo second = PlayedDemo.play(again, SEED, Servers.EMBEDDED);

        assertThat(second.ledger()).isEqualTo(demo.ledger());
    }

    @Test
    void startedAgainWithTheSameDataDoesNothingTwice() {
        PlayedDemo restarted = PlayedDemo.play(data, SEED, Servers.EMBEDDED);

        assertThat(restarted.exitCode()).as(restarted.output()).isZero();
        assertThat(restarted.ledger()).isEqualTo(demo.ledger());
    }

    @Test
    void refusesAFolderOfAnotherDemo() {
        PlayedDemo other = PlayedDemo.play(data, SEED + 1, Servers.EMBEDDED);

        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.output()).contains("another number of persons or another seed");
    }

    @Test
    void writesNoFixturePersonAnywhere() throws IOException {
        Numbers numbers = new Numbers();
        List<String> leaks = new ArrayList<>();
        numbers.find(log.text()).ifPresent(w -> leaks.add("log " + w));
        numbers.find(demo.output()).ifPresent(w -> leaks.add("output " + w));
        demo.pages().forEach(page -> numbers.find(page).ifPresent(w -> leaks.add("page " + w)));
        if (TestDatabase.isPostgres()) {
            numbers.find(TestDatabase.everything(data)).ifPresent(w -> leaks.add("database " + w));
        }
        List<Path> files = ours();
        for (Path file : files) {
            numbers.find(data.relativize(file).toString()).ifPresent(w -> leaks.add("name of " + file));
            numbers.find(file).ifPresent(w -> leaks.add(data.relativize(file) + " " + w));
        }

        assertThat(leaks).isEmpty();
        assertThat(files.stream().map(f -> data.relativize(f).toString()))
                .as("what was looked through")
                .contains(TestDatabase.isPostgres() ? "demo-database.yaml" : "hub/utfall.db", "utfall.yaml")
                .anyMatch(f -> f.startsWith("hub/broker/journal/"))
                .anyMatch(f -> f.startsWith("hub/archive/intake/"))
                .anyMatch(f -> f.startsWith("hub/archive/order/"))
                .anyMatch(f -> f.startsWith("hub/archive/linkage/"))
                .anyMatch(f -> f.endsWith(".rejects.csv"))
                .anyMatch(f -> f.endsWith("outcomes.csv"))
                .anyMatch(f -> f.startsWith("consumer/"));
        assertThat(numbers.find(data.resolve("case-system/export/inskrivning_20261101_001.csv")))
                .as("the look finds what it looks for")
                .isPresent();
    }

    @Test
    void writesPseudonymsOnlyToTheQueueAndTheStatistician() throws IOException {
        Set<String> pseudonyms = pseudonyms();
        String everythingElse = log.text() + demo.output() + String.join("\n", demo.pages());

        assertThat(pseudonyms).hasSizeGreaterThan(50);
        assertThat(pseudonyms).noneMatch(everythingElse::contains);
        for (Path file : ours()) {
            String name = data.relativize(file).toString();
            if (!name.startsWith("hub/broker/") && !name.startsWith("datasets/") && !name.startsWith("consumer/")) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(pseudonyms).as(name).noneMatch(content::contains);
            }
        }
    }

    @Test
    void leavesNoPlainFileInTheWorkArea() throws IOException {
        try (Stream<Path> left = Files.walk(data.resolve("hub/work"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void showsAPageWithEveryPartRead() {
        assertThat(demo.pages().get(0)).contains("SCB-2026-001").doesNotContain("Exception");
        assertThat(demo.pages().get(3)).contains("utfall_poll_age_seconds{", "utfall_ledger_unbalanced 0");
    }

    private Set<String> pseudonyms() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("datasets"))) {
            Path csv = files.filter(f -> f.endsWith("outcomes.csv")).findFirst().orElseThrow();
            List<String> lines = Files.readAllLines(csv);
            int column = List.of(lines.get(0).split(";", -1)).indexOf("pseudonym");
            return lines.stream().skip(1).map(l -> l.split(";", -1)[column]).collect(Collectors.toSet());
        }
    }

    /** All files but those on the counterparts' own servers. */
    private List<Path> ours() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !OTHER_PEOPLES.contains(
                            data.relativize(f).getName(0).toString()))
                    .toList();
        }
    }
}
