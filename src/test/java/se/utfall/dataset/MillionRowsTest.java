package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A million rows go through the hub without staying in it. */
@Tag("slow")
class MillionRowsTest {
    private static final Logger LOG = LoggerFactory.getLogger(MillionRowsTest.class);
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path temp;

    @Test
    void buildsWithinFlatMemory() throws Exception {
        MadeUp order = new MadeUp(21_600, 24);
        List<Long> used = new ArrayList<>();
        order.disturbance = n -> {
            if (n % 200_000 == 1) {
                used.add(usedMegabytes());
            }
        };
        try (DatasetHouse house = new DatasetHouse(temp, order, "512MB");
                Duck duck = new Duck()) {
            long start = System.nanoTime();
            DatasetView built = house.built();
            double seconds = (System.nanoTime() - start) / 1e9;

            LOG.info(
                    "{} rows built in {} s, hub's memory {} MB",
                    built.rows(),
                    String.format(Locale.ROOT, "%.1f", seconds),
                    used);
            assertThat(built.state()).isEqualTo("BUILT");
            assertThat(built.rows()).isGreaterThan(1_000_000);
            assertThat(duck.number("SELECT COUNT(*) FROM " + Duck.parquet(built)))
                    .isEqualTo(built.rows());
            assertThat(used).hasSizeGreaterThan(4);
            assertThat(used.get(used.size() - 1) - used.get(1)).isLessThan(20);
        }
    }

    /** After a collection: what is held, not what was thrown away. */
    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE;
    }
}
