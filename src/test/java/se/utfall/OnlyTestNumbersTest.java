package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.utfall.person.NumberReading;
import se.utfall.person.PersonalNumbers;

/** Only the tax agency's published test numbers may stand in the repository: membership of the list, not a range. */
class OnlyTestNumbersTest {
    private static final Pattern TOKEN = Pattern.compile("(?<![0-9A-Za-z])[0-9]{6,8}[+-]?[0-9]{4}(?![0-9A-Za-z])");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "data");
    private static final LocalDate FAR_AHEAD = LocalDate.of(2099, 12, 31);

    @Test
    void holdsNoNumberOfAnybodyElse() throws IOException {
        Set<String> official = official();
        List<String> strangers = new ArrayList<>();

        for (Path file : files()) {
            for (String token : tokens(Files.readString(file, StandardCharsets.ISO_8859_1))) {
                if (isNumber(token) && !official.contains(digits(token))) {
                    strangers.add(file + ": ..." + token.substring(token.length() - 4));
                }
            }
        }

        assertThat(strangers).isEmpty();
    }

    @Test
    void wouldFindOne() throws IOException {
        String listed = official().iterator().next();
        String unlisted = Set.of("17", "18", "19", "20").stream()
                .map(century -> century + listed.substring(2))
                .filter(n -> isNumber(n) && !n.equals(listed))
                .findFirst()
                .orElseThrow();

        assertThat(tokens("x;" + unlisted + ";y")).containsExactly(unlisted);
        assertThat(tokens("20261125T101112 a" + unlisted)).isEmpty();
    }

    private static boolean isNumber(String token) {
        return PersonalNumbers.read(token, FAR_AHEAD, true) instanceof NumberReading.Read;
    }

    private static String digits(String token) {
        return token.replaceAll("[^0-9]", "");
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    /** With and without century. */
    private static Set<String> official() throws IOException {
        Set<String> official = new LinkedHashSet<>();
        for (String list : List.of("testpersonnummer.csv", "testsamordningsnummer.csv")) {
            List<String> lines = Files.readAllLines(Path.of("src/main/resources/se/utfall/demo", list));
            lines.stream().skip(1).forEach(n -> official.addAll(List.of(n, n.substring(2))));
        }
        return official;
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(Path.of(""), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean skipped = NOT_OURS.contains(folder.toString());
                return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(file);
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
