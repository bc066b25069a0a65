package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.utfall.console.page.Reason;
import se.utfall.console.page.Section;
import se.utfall.console.page.Snapshot.Part;
import se.utfall.intake.FileAct;
import se.utfall.intake.FileReason;
import se.utfall.intake.FileReport;
import se.utfall.intake.FileStep;
import se.utfall.notice.ClosingReason;
import se.utfall.order.OrderState;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;
import se.utfall.publish.PublishedBatch;

/** Every text of the page is in both languages, and every text in the bundles is used. */
class ConsoleMessagesTest {
    private static final Path BUNDLES = Path.of("src/main/resources/se/utfall/console");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[A-Za-z0-9-]+)*)\"");
    private static final Pattern GIVEN_TO_OF =
            Pattern.compile("(?<!Map|List|Set|Tags|Stream|Optional|ZoneId)\\.of\\(\\s*\"([^\"]+)\"(?!\\s*\\+)");
    private static final List<String> LETTERS = List.of("{0}", "{1}", "{2}", "{3}");
    private final Properties swedish = read("messages.properties");
    private final Properties english = read("messages_en.properties");
    private final String sources = sources();

    @Test
    void holdsTheSameKeysInBothLanguages() {
        assertThat(swedish.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void saysSomethingElseInEnglish() {
        Set<String> same = Set.of(
                "register.BAS",
                "batches.form",
                "datasets.id",
                "deliveries.register",
                "register.LISA",
                "batches.hash",
                "files.count",
                "orders.partner",
                "datasets.version",
                "deliveries.period",
                "deliveries.aside.none",
                "files.rejected.none",
                "length.seconds",
                "length.minutes",
                "closed.by",
                "find.package",
                "package.hash");

        assertThat(english.stringPropertyNames())
                .filteredOn(k -> !same.contains(k) && english.getProperty(k).equals(swedish.getProperty(k)))
                .isEmpty();
    }

    @Test
    void fillsTheSamePlaceholders() {
        for (String key : swedish.stringPropertyNames()) {
            assertThat(placeholders(english, key)).as(key).isEqualTo(placeholders(swedish, key));
            assertThat(new MessageFormat(swedish.getProperty(key), Locale.ROOT)).isNotNull();
            assertThat(new MessageFormat(english.getProperty(key), Locale.ROOT)).isNotNull();
        }
    }

    @Test
    void holdsEveryKeyThatIsAskedFor() {
        Set<String> asked =
                GIVEN_TO_OF.matcher(sources).results().map(m -> m.group(1)).collect(Collectors.toSet());

        assertThat(asked).hasSizeGreaterThan(60).contains("login.wrong", "tasks.since");
        assertThat(swedish.stringPropertyNames())
                .containsAll(asked)
                .containsAll(families().toList());
    }

    @Test
    void usesEveryKey() {
        Set<String> used =
                LITERAL.matcher(sources).results().map(m -> m.group(1)).collect(Collectors.toSet());
        families().forEach(used::add);

        assertThat(swedish.stringPropertyNames())
                .allSatisfy(key -> assertThat(used).contains(key));
    }

    /** Keys that end in something known at run time only. */
    private static Stream<String> families() {
        return Stream.of(
                        family("order.state.", OrderState.values()),
                        family("order.next.", OrderState.values()),
                        family("order.who.", OrderState.values()),
                        family("part.", Part.values()),
                        family("file.state.", FileReport.State.values()),
                        family("batches.form.", PublishedBatch.Form.values()),
                        family("register.", SourceRegister.values()),
                        family("status.", SourceStatus.values()),
                        family("reason.", Reason.values()),
                        family("section.", Section.values()),
                        family("closing.", ClosingReason.values()),
                        family("file.act.", FileAct.values()),
                        family("file.effect.", FileAct.values()),
                        family("file.reason.", FileReason.values()),
                        family("file.step.", FileStep.Kind.values()),
                        family("task.refused.", TaskRefusedException.Code.values()),
                        codes(
                                "aside.",
                                "FALT",
                                "OKANT_LOPNR",
                                "ATERKALLAD",
                                "PERIOD",
                                "ATERPNR",
                                "OGILTIGT_VARDE",
                                "DUBBLETT"),
                        codes(
                                "package.state.",
                                "SEALED",
                                "SENT",
                                "ACKNOWLEDGED",
                                "REJECTED",
                                "RECEIVED",
                                "ACCEPTED",
                                "REFUSED",
                                "QUARANTINED"),
                        codes("orders.package.", "FROZEN", "SEALED", "SENT", "ACKNOWLEDGED", "REJECTED"),
                        codes("receipt.", "MOTTAGEN", "GODKAND", "AVVISAD"),
                        codes("dataset.state.", "REQUESTED", "BUILT", "FAILED", "DISPOSED"),
                        codes("route.status.", "Started", "Suspended", "Stopped", "Starting", "Stopping", "Suspending"),
                        codes(
                                "room.",
                                "intake",
                                "order",
                                "exchange",
                                "linkage",
                                "publish",
                                "dataset",
                                "flow",
                                "register"),
                        codes("room.", "retention", "disclosure", "keys"),
                        Stream.of("400", "401", "403", "404", "413", "other")
                                .flatMap(s -> Stream.of("error." + s + ".title", "error." + s + ".text")),
                        RouteWordsTest.routes()
                                .flatMap(r ->
                                        Stream.of("route." + r.id() + ".description", "route." + r.id() + ".note")))
                .flatMap(s -> s);
    }

    private static Stream<String> family(String prefix, Enum<?>[] members) {
        return Arrays.stream(members).map(m -> prefix + m.name());
    }

    private static Stream<String> codes(String prefix, String... members) {
        return Arrays.stream(members).map(m -> prefix + m);
    }

    private static Set<String> placeholders(Properties bundle, String key) {
        String text = bundle.getProperty(key);
        Set<String> found = new TreeSet<>();
        LETTERS.stream()
                .filter(l -> text.contains(l) || text.contains(l.replace("}", ",")))
                .forEach(found::add);
        return found;
    }

    private static Properties read(String name) {
        try {
            Properties bundle = new Properties();
            bundle.load(new StringReader(Files.readString(BUNDLES.resolve(name))));
            Properties page = new Properties();
            page.load(new StringReader(Files.readString(BUNDLES.resolve("page").resolve(name))));
            assertThat(bundle.keySet()).doesNotContainAnyElementsOf(page.keySet());
            bundle.putAll(page);
            return bundle;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sources() {
        try (Stream<Path> templates = Files.walk(Path.of("src/main/jte"));
                Stream<Path> classes = Files.walk(Path.of("src/main/java/se/utfall/console"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : Stream.concat(templates, classes)
                    .filter(Files::isRegularFile)
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
