package se.utfall.journey;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds a published test number, however it is written: 12 digits anywhere, 10 or 12 with or without separator. */
final class Numbers {
    private static final Pattern RUN = Pattern.compile("[0-9]{12,}");
    private static final Pattern TOKEN = Pattern.compile("(?<![0-9])(?:[0-9]{2})?([0-9]{6})[+-]?([0-9]{4})(?![0-9])");
    private final Set<String> twelve = new HashSet<>();
    private final Set<String> ten = new HashSet<>();

    Numbers() throws IOException {
        for (String list : List.of("testpersonnummer.csv", "testsamordningsnummer.csv")) {
            List<String> lines = Files.readAllLines(Path.of("src/main/resources/se/utfall/demo", list));
            twelve.addAll(lines.subList(1, lines.size()));
        }
        twelve.forEach(n -> ten.add(n.substring(2)));
    }

    /** Where the first one stands and its last digit, enough to go and look. */
    Optional<String> find(String text) {
        Matcher run = RUN.matcher(text);
        while (run.find()) {
            for (int i = run.start(); i + 12 <= run.end(); i++) {
                if (twelve.contains(text.substring(i, i + 12))) {
                    return Optional.of("at " + i);
                }
            }
        }
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            if (ten.contains(token.group(1) + token.group(2))) {
                return Optional.of("at " + token.start());
            }
        }
        return Optional.empty();
    }

    Optional<String> find(Path file) throws IOException {
        return find(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
}
