package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundlesTest {
    /** Of two lines with one key only the last is ever shown. */
    @Test
    void noBundleHoldsAKeyTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            for (Path bundle :
                    files.filter(f -> f.toString().endsWith(".properties")).toList()) {
                Set<String> keys = new HashSet<>();
                Files.readAllLines(bundle).stream()
                        .filter(line -> line.matches("[^#! ][^=]*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')).strip())
                        .filter(key -> !keys.add(key))
                        .forEach(key -> twice.add(bundle + " " + key));
            }
        }
        assertThat(twice).isEmpty();
    }
}
