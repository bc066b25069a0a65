package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
    @TempDir
    static Path folder;

    @Test
    void builds() throws Exception {
        try (DatasetHouse house = new DatasetHouse(Path.of("/tmp/dsroom"), new MadeUp(1200, 30))) {
            DatasetView view = house.built();
            System.err.println(view);
            assertThat(view.state()).isEqualTo("BUILT");
        }
    }
}
