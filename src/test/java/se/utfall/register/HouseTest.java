package se.utfall.register;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in a house of its own. */
abstract class HouseTest {
    @TempDir
    Path folder;

    RegisterHouse house;

    @BeforeEach
    void open() {
        house = new RegisterHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }
}
