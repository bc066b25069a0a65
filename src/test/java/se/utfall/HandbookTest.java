package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.notice.Messages;

/** The handbooks and the bundles hold the same codes: whatever a person can be told has a paragraph saying what to do, and no paragraph speaks of what does not exist. */
class HandbookTest {
    private static final Path BUNDLES = Path.of("src/main/resources/se/utfall");
    private static final Path DOCS = Path.of("docs");
    private static final Pattern CHAPTER = Pattern.compile("(?m)^##+ (.+)$");
    /** A paragraph, or a row of a table, that begins with a code. */
    private static final Pattern EXPLAINED = Pattern.compile("(?m)^(?:\\*\\*|\\| )`([A-Z0-9_]+)`");

    private static final Pattern PARAGRAPH = Pattern.compile("(?m)^\\*\\*`[A-Z0-9_]+`");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final String FILES = "operator/handbok-filer.md";
    private static final String PACKAGES = "operator/handbok-paket.md";
    private static final String TASKS = "operator/handbok-uppgifter.md";
    private static final String REFUSALS = "operator/handbok-nekat.md";
    private static final String DISPOSAL = "operator/gallring-och-sakerhetskopia.md";
    private static final String SWEDISH = "statistician/README.md";
    private static final String ENGLISH = "statistician/README.en.md";

    /** Which chapters explain the codes whose texts a bundle holds under a prefix. */
    private record Book(String bundle, String prefix, String page, List<String> chapters) {
        static Book of(String bundle, String prefix, String page, String... chapters) {
            return new Book(bundle, prefix, page, List.of(chapters));
        }

        @Override
        public String toString() {
            return bundle + " " + prefix + "*";
        }

        Set<String> codes() {
            return keys(bundle)
                    .filter(k -> k.startsWith(prefix))
                    .map(k -> k.substring(prefix.length()))
                    .filter(CODE.asMatchPredicate())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Set<String> explained() {
            String text = chapters.stream().map(c -> chapter(page, c)).collect(Collectors.joining("\n"));
            return EXPLAINED
                    .matcher(text)
                    .results()
                    .map(m -> m.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static List<Book> books() {
        return List.of(
                Book.of(
                        "intake",
                        "finding.",
                        FILES,
                        "Hela filen undanlagd",
                        "Raden är avvisad",
                        "Raden är inläst, med anmärkning"),
                Book.of("intake", "task.", FILES, "Uppgifter"),
                Book.of("intake", "refusal.", FILES, "När ditt beslut nekas"),
                Book.of(
                        "exchange",
                        "refusal.",
                        PACKAGES,
                        "Avvisat: meddelandet",
                        "Avvisat: zip-filen",
                        "Avvisat: manifestet och filerna",
                        "Avvisat: kvittenser",
                        "Avvisat: namnet"),
                Book.of("exchange", "task.", PACKAGES, "Uppgifter"),
                Book.of("linkage", "refusal.", PACKAGES, "Avvisat: leveransens tabeller", "Avvisat: resultat"),
                Book.of("flow", "task.", TASKS, "Motparter och rutter"),
                Book.of("order", "task.", TASKS, "Beställningar"),
                Book.of("linkage", "task.", TASKS, "Leveranser"),
                Book.of("publish", "task.", TASKS, "Publicering"),
                Book.of("dataset", "task.", TASKS, "Dataset"),
                Book.of("retention", "task.", TASKS, "Efter en återläsning"),
                Book.of("retention", "backup.", DISPOSAL, "När kopian nekas"),
                Book.of("order", "refusal.", REFUSALS, "Beställningar"),
                Book.of("order", "draft.", REFUSALS, "Utkast"),
                Book.of("linkage", "result.", REFUSALS, "Resultat"),
                Book.of("dataset", "refusal.", REFUSALS, "Dataset"),
                Book.of("console", "task.refused.", REFUSALS, "Uppgifter"),
                Book.of("publish", "broker.", REFUSALS, "Kön när navet startar"),
                Book.of("dataset", "missing.", SWEDISH, "Varför något saknas"),
                Book.of("dataset", "missing.", ENGLISH, "Why something is missing"),
                Book.of("dataset", "refused.", SWEDISH, "Tabeller och grupper som inte finns"),
                Book.of("dataset", "refused.", ENGLISH, "Tables and groups that are not there"));
    }

    @ParameterizedTest
    @MethodSource("books")
    void explainsEveryCodeAndNoOther(Book book) {
        assertThat(book.codes()).isNotEmpty();
        assertThat(book.explained()).isEqualTo(book.codes());
    }

    @Test
    void hasABookForEveryTask() throws IOException {
        Set<String> rooms = new TreeSet<>();
        for (String bundle : bundles()) {
            if (keys(bundle).anyMatch(k -> k.matches("task\\.[A-Z0-9_]+"))) {
                rooms.add(bundle);
            }
        }

        assertThat(books().stream().filter(b -> b.prefix().equals("task.")).map(Book::bundle))
                .containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void hasABookForEveryRefusalAndFinding() throws IOException {
        Set<String> said = new TreeSet<>();
        for (String bundle : bundles()) {
            keys(bundle)
                    .filter(k -> k.matches("(refusal|finding|refused|broker|result)\\.[A-Z0-9_]+"))
                    .forEach(k -> said.add(bundle + " " + k.substring(0, k.indexOf('.') + 1)));
        }

        assertThat(books().stream().map(b -> b.bundle() + " " + b.prefix())).containsAll(said);
    }

    @Test
    void leavesNoParagraphOutsideTheChapters() throws IOException {
        List<String> stray = new ArrayList<>();
        for (String page : List.of(FILES, PACKAGES, TASKS, REFUSALS)) {
            Set<String> read = books().stream()
                    .filter(b -> b.page().equals(page))
                    .flatMap(b -> b.chapters().stream())
                    .collect(Collectors.toSet());
            CHAPTER.matcher(text(page))
                    .results()
                    .map(m -> m.group(1))
                    .filter(c -> !read.contains(c)
                            && PARAGRAPH.matcher(chapter(page, c)).find())
                    .forEach(c -> stray.add(page + ": " + c));
        }

        assertThat(stray).isEmpty();
    }

    private static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(BUNDLES)) {
            return files.filter(f -> f.getFileName().toString().equals("messages.properties"))
                    .map(f -> BUNDLES.relativize(f.getParent()).toString().replace('/', '.'))
                    .toList();
        }
    }

    private static Stream<String> keys(String bundle) {
        return ResourceBundle.getBundle("se.utfall." + bundle + ".messages", Messages.SWEDISH).keySet().stream();
    }

    /** What stands under a heading, until the next of any level. */
    private static String chapter(String page, String heading) {
        Optional<String> found = Arrays.stream(text(page).split("(?m)^(?=##+ )", -1))
                .filter(part -> part.lines()
                        .findFirst()
                        .orElse("")
                        .replaceFirst("^##+ ", "")
                        .equals(heading))
                .findFirst();
        return found.orElseThrow(() -> new AssertionError(page + " has no chapter " + heading));
    }

    private static String text(String page) {
        try {
            return Files.readString(DOCS.resolve(page));
        } catch (IOException e) {
            throw new AssertionError("no " + page, e);
        }
    }
}
