package se.utfall.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every order in which some things can come. */
final class Sequences {
    private Sequences() {}

    static <T> List<List<T>> of(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> orders = new ArrayList<>();
        for (T first : things) {
            List<T> rest = new ArrayList<>(things);
            rest.remove(first);
            for (List<T> order : of(rest)) {
                List<T> all = new ArrayList<>(List.of(first));
                all.addAll(order);
                orders.add(all);
            }
        }
        return orders;
    }

    static Path folder(Path under) {
        try {
            return Files.createTempDirectory(under, "house");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
