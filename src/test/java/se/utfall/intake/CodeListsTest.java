package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeListsTest {
    private static final List<String> HEADER = List.of("kolumn", "kod");

    @TempDir
    Path folder;

    private IntakeHouse house;

    @BeforeEach
    void open() throws IOException {
        house = IntakeHouse.open(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void learnsCodesOnceAndClosesTheTaskOfAnEarlierFault() {
        house.intake.learn("enheter.csv", List.of(HEADER, List.of("jobbtorg", "Årsta Ö")));
        assertThat(open("KODLISTA_FEL")).isTrue();

        List<List<String>> good = List.of(HEADER, List.of("jobbtorg", "Årsta_Ö"), List.of("stadsdel", "Kista"));
        house.intake.learn("enheter.csv", good);
        house.intake.learn("enheter.csv", good);

        assertThat(codes()).containsExactlyInAnyOrder("jobbtorg Årsta_Ö", "stadsdel Kista");
        assertThat(open("KODLISTA_FEL")).isFalse();
    }

    static Stream<List<List<String>>> faulty() {
        return Stream.of(
                List.of(),
                List.of(List.of("kod", "kolumn")),
                List.of(HEADER, List.of("jobbtorg", "Kista"), List.of("jobbtorg")),
                List.of(HEADER, List.of("jobbtorg", "Kista"), List.of("")),
                List.of(HEADER, List.of("jobbtorg", "Kista"), List.of("jobbtorg", "a", "b")),
                List.of(HEADER, List.of("jobbtorg", "Kista"), List.of("personnummer", "x")),
                List.of(HEADER, List.of("jobbtorg", "Kista"), List.of("jobbtorg", "1234567890")));
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void oneWrongLineRefusesTheWholeList(List<List<String>> rows) {
        house.intake.learn("enheter.csv", rows);

        assertThat(codes()).isEmpty();
        assertThat(open("KODLISTA_FEL")).isTrue();
    }

    private boolean open(String task) {
        return house.tasks.listOpen().stream().anyMatch(t -> t.code().equals(task));
    }

    private List<String> codes() {
        return house.database.inSnapshot(h -> h.createQuery("SELECT column_name || ' ' || code FROM local_code")
                .mapTo(String.class)
                .list());
    }
}
