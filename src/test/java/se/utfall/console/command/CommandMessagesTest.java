package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every text of the command line is in both languages, and every text in the bundles is used. */
class CommandMessagesTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z-]+)*)\"");
    private final ResourceBundle swedish = Language.SV.bundle();
    private final ResourceBundle english = Language.EN.bundle();

    @Test
    void holdsTheSameKeysInBothLanguages() {
        assertThat(swedish.keySet()).isEqualTo(english.keySet());
    }

    @Test
    void saysSomethingElseInEnglish() {
        Set<String> same = Set.of(
                "usage.parameterListHeading",
                "usage.optionListHeading",
                "field.id",
                "field.partner",
                "field.register",
                "field.status",
                "field.hash",
                "field.period",
                "field.version",
                "field.sha256",
                "field.funnel");

        assertThat(swedish.keySet())
                .filteredOn(k -> !same.contains(k) && swedish.getString(k).equals(english.getString(k)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void describesEveryCommandOptionAndParameter(Language language) {
        commands(RootCommand.line(null, language)).forEach(spec -> {
            assertThat(spec.usageMessage().header()).as(spec.qualifiedName()).isNotEmpty();
            assertThat(spec.args())
                    .allSatisfy(arg -> assertThat(described(arg))
                            .as(spec.qualifiedName() + " " + arg.paramLabel())
                            .isTrue());
        });
    }

    @Test
    void usesEveryKey() throws IOException {
        Set<String> used = new TreeSet<>();
        commands(RootCommand.line(null, Language.SV)).forEach(spec -> {
            String name = spec.qualifiedName(".");
            used.add(name + ".usage.header");
            spec.args().forEach(arg -> used.addAll(keys(arg)));
        });
        used.addAll(literals());
        used.addAll(fields());
        for (String part : Set.of("synopsis", "commandList", "parameterList", "optionList")) {
            used.add("usage." + part + "Heading");
        }

        assertThat(swedish.keySet())
                .filteredOn(k -> !k.startsWith("utfall.usage."))
                .allSatisfy(key -> assertThat(used).contains(key));
    }

    private static boolean described(ArgSpec arg) {
        return arg.description().length > 0 && !arg.description()[0].isBlank();
    }

    private static Set<String> keys(ArgSpec arg) {
        if (arg instanceof CommandLine.Model.OptionSpec option) {
            return Arrays.stream(option.names())
                    .map(n -> n.replaceFirst("^--?", ""))
                    .collect(Collectors.toSet());
        }
        return arg.descriptionKey() == null ? Set.of() : Set.of(arg.descriptionKey());
    }

    private static Stream<CommandSpec> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line.getCommandSpec()),
                line.getSubcommands().values().stream().flatMap(CommandMessagesTest::commands));
    }

    /** Keys that the commands name, and those of what the main class says. */
    private static Set<String> literals() throws IOException {
        Set<String> found = new TreeSet<>(Set.of("config.example-key", "config.locked", "run.started", "run.stopping"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/se/utfall"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(m -> found.add(m.group(1)));
            }
        }
        return found;
    }

    /** Labels of the fields of every view that can be shown. */
    private static Set<String> fields() throws IOException {
        Set<String> found = new TreeSet<>();
        for (OutputTest.Sample sample : OutputTest.samples().toList()) {
            JsonNode json = new ObjectMapper().readTree(OutputTest.class.getResourceAsStream(sample.name() + ".json"));
            collect(json, found);
        }
        return found;
    }

    private static void collect(JsonNode node, Set<String> found) {
        node.fieldNames().forEachRemaining(name -> found.add("field." + name));
        node.forEach(child -> collect(child, found));
    }
}
