package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.utfall.order.StudyTest.EXAMPLE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an order file says of a study or of MONA, and what it must not say. */
class StudyFileTest {
    @TempDir
    Path folder;

    private OrderHouse house;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deliveryMode: IFAU|deliveryMode: FILE|study: avsnittet study hör bara",
                "deliveryMode: IFAU|deliveryMode: MONA|deliveryMode: IFAU får bara innehållet",
                "partner: IFAU|partner: SCB|deliveryMode: IFAU får bara innehållet",
                "  keyFileTo: SCB|  keyFileTo: IFAU|study.keyFileTo: nyckelfilen",
                "  keyFileTo: SCB|  keyFileTo: XYZ|study: partnern är inte uppsatt",
                "DRAWN_FROM_PARTICIPANTS|ANY|study.indexDate: här väntades",
                "event: MEASURE_START|event: EXIT|study.indexDate: en studie utgår"
            })
    void refusesAStudyThatDoesNotHoldTogether(String part, String instead, String problem) throws IOException {
        Path file = OrderHouse.file(folder, Files.readString(EXAMPLE).replace(part, instead));

        assertThatThrownBy(() -> house.orders.create(file, OrderHouse.OLGA)).hasMessageContaining(problem);
    }

    @Test
    void refusesIfauWithoutItsStudy() throws IOException {
        String text = Files.readString(EXAMPLE).replaceAll("(?s)study:\n.*\npopulation:", "population:");
        Path file = OrderHouse.file(folder, text);

        assertThatThrownBy(() -> house.orders.create(file, OrderHouse.OLGA))
                .hasMessageContaining("kräver avsnittet study");
    }

    @Test
    void saysMonaToThePartner() throws IOException {
        house.persons.persons(1, 9);
        Path file = OrderHouse.file(
                folder, Files.readString(OrderHouse.EXAMPLE).replace("deliveryMode: FILE", "deliveryMode: MONA"));
        OrderId id = house.orders.create(file, OrderHouse.OLGA);
        house.orders.freeze(id, OrderHouse.OLGA);

        JsonNode manifest =
                new ObjectMapper().readTree(StudyTest.unzip(house.zip(id)).get("manifest.json"));

        assertThat(manifest.path("leveranssatt").asText()).isEqualTo("MONA");
        assertThat(house.orders.show(id).study()).isNull();
    }
}
