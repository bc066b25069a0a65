package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** WCAG 2.2, 1.4.3 and 1.4.11: text at least 4.5 to 1 against what it stands on, borders of fields 3 to 1; in light and in dark. */
class ContrastTest {
    private static final Path STYLE = Path.of("src/main/resources/se/utfall/console/assets/utfall.css");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");
    private static final List<String> TEXT_ON = List.of(
            "ink card",
            "ink ground",
            "soft card",
            "soft ground",
            "link card",
            "link ground",
            "on-link link",
            "good good-ground",
            "bad bad-ground",
            "bad card",
            "mind mind-ground",
            "chip chip-ground",
            "ink chip-ground");

    static Stream<String> pairs() {
        return Stream.of("light", "dark").flatMap(scheme -> TEXT_ON.stream().map(pair -> scheme + " " + pair));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void textStandsOut(String pair) throws IOException {
        assertThat(ratio(pair)).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("edges")
    void edgesOfFieldsStandOut(String pair) throws IOException {
        assertThat(ratio(pair)).isGreaterThanOrEqualTo(3.0);
    }

    static Stream<String> edges() {
        return Stream.of("light edge card", "dark edge card", "light link card", "dark link card");
    }

    private static double ratio(String pair) throws IOException {
        String[] parts = pair.split(" ", -1);
        Map<String, Double> scheme = colours(parts[0].equals("light") ? 0 : 1);
        double a = scheme.get(parts[1]);
        double b = scheme.get(parts[2]);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Luminance by name in the style sheet's first (light) or second (dark) set. */
    private static Map<String, Double> colours(int set) throws IOException {
        String[] sets = Files.readString(STYLE).split(":root", -1);
        Map<String, Double> colours = new HashMap<>();
        Matcher m = COLOUR.matcher(sets[set + 1].substring(0, sets[set + 1].indexOf('}')));
        while (m.find()) {
            colours.put(m.group(1), luminance(Integer.parseInt(m.group(2), 16)));
        }
        return colours;
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
