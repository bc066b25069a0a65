package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A command that a document quotes, or a text tells people to give, can be given: its verbs, options and number of arguments are those of the real commands. */
class QuotedCommandsTest {
    /** A block of code, or code within a line. */
    private static final Pattern CODE = Pattern.compile("(?s)```.*?\\n(.*?)```|`([^`\\n]+)`");

    private static final Pattern COMMAND = Pattern.compile("^\\s*(?:\\./)?utfall (.+)$");
    /** What a shell would not pass on. */
    private static final Pattern NOT_PASSED = Pattern.compile("\\s+(?:#|>|\\|\\s).*$");

    private static final Pattern WORD = Pattern.compile("(?:<[^>]*>|\"[^\"]*\"|\\S)+");
    private static final Pattern ALTERNATIVES = Pattern.compile("[a-z]+(?:\\|[a-z]+)+");
    private static final Pattern VERBS = Pattern.compile("\\butfall ([a-z]+) (?!och\\b|and\\b)([a-z]+)\\b");

    /** Within a line of text a command may be named without its arguments. */
    private record Quoted(Path file, String command, boolean inText) {
        @Override
        public String toString() {
            return file + ": utfall " + command;
        }
    }

    static Stream<Quoted> quoted() throws IOException {
        List<Quoted> found = new ArrayList<>();
        for (Path file : documents()) {
            CODE.matcher(Files.readString(file)).results().forEach(code -> {
                boolean inText = code.group(1) == null;
                (inText ? code.group(2) : code.group(1))
                        .lines()
                        .map(COMMAND::matcher)
                        .filter(Matcher::matches)
                        .map(m -> NOT_PASSED.matcher(m.group(1)).replaceAll(""))
                        .forEach(command -> found.add(new Quoted(file, command, inText)));
            });
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("quoted")
    void canBeGiven(Quoted quoted) {
        String[] named = quoted.command().split(" ", -1);
        if (quoted.inText() && named.length == 2 && exists(named[0], named[1])) {
            return;
        }
        for (String[] arguments : arguments(quoted.command())) {
            CommandLine line = RootCommand.line(null, Language.SV);
            fillIn(arguments);

            assertThatCode(() -> line.parseArgs(arguments))
                    .as(String.join(" ", arguments))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void findsCommandsInTheDocumentsOfEveryReader() throws IOException {
        assertThat(quoted().map(q -> q.file().toString()).distinct())
                .contains("README.md", "docs/operator/morgonrunda.md", "docs/operator/handbok-filer.md");
    }

    @Test
    void verbsInTextsExist() throws IOException {
        List<String> unknown = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/se/utfall"))) {
            for (Path bundle :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                VERBS.matcher(Files.readString(bundle))
                        .results()
                        .filter(m -> !exists(m.group(1), m.group(2)))
                        .forEach(m -> unknown.add(bundle.getFileName() + ": " + m.group()));
            }
        }

        assertThat(unknown).isEmpty();
    }

    private static boolean exists(String noun, String verb) {
        CommandLine command =
                RootCommand.line(null, Language.SV).getSubcommands().get(noun);
        return command != null && command.getSubcommands().containsKey(verb);
    }

    /** A placeholder is an argument like any other, but an option that takes one of a list needs one of them. */
    private static void fillIn(String[] words) {
        CommandSpec command = RootCommand.line(null, Language.SV).getCommandSpec();
        for (int i = 0; i < words.length; i++) {
            if (command.subcommands().containsKey(words[i])) {
                command = command.subcommands().get(words[i]).getCommandSpec();
            }
            OptionSpec option = i == 0 ? null : command.findOption(words[i - 1]);
            if (option != null && option.type().isEnum() && words[i].startsWith("<")) {
                words[i] = option.type().getEnumConstants()[0].toString();
            }
        }
    }

    /** The command once for each of {@code a|b|c}. */
    private static List<String[]> arguments(String command) {
        List<String> words = WORD.matcher(command).results().map(m -> m.group()).toList();
        List<String[]> all = new ArrayList<>();
        all.add(words.toArray(String[]::new));
        for (int i = 0; i < words.size(); i++) {
            if (ALTERNATIVES.matcher(words.get(i)).matches()) {
                all.clear();
                for (String one : words.get(i).split("\\|", -1)) {
                    String[] chosen = words.toArray(String[]::new);
                    chosen[i] = one;
                    all.add(chosen);
                }
            }
        }
        return all;
    }

    private static List<Path> documents() throws IOException {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> top = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            Stream.concat(top, docs)
                    .filter(p -> p.toString().endsWith(".md"))
                    .sorted()
                    .forEach(all::add);
        }
        return all;
    }
}
