package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.outcome.SourceRegister;

class OrderFileTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void readsTheExample() throws IOException {
        OrderFile file = accept(example());

        assertThat(file.purpose()).isEqualTo("stockholmsjobb-uppfoljning");
        assertThat(file.population().measureTypes()).containsExactly("STOCKHOLMSJOBB");
        assertThat(file.variables().get(SourceRegister.BAS)).hasSize(5);
        assertThat(file.to()).hasToString("2026-06");
        assertThat(file.breakdowns()).hasSize(7);
    }

    @Test
    void reportsEveryProblemAtOnceWithLineAndField() throws IOException {
        String text = example()
                .replace("partner: SCB", "partner: XYZ")
                .replace("  to: 2026-06\n", "  to: 2022-06\n")
                .replace("SyssStat", "Hemlighet")
                .replace("dpia: DPIA-2026-07\n", "")
                .replace("deliveryMode: FILE", "deliveryMode: FILE\nmisspelt: 1")
                .replace("2031-12-31", "2021-12-31");

        assertThatThrownBy(() -> accept(text))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageStartingWith("ORDER_FILE")
                .message()
                .contains("rad 3, partner", "period.to", "rad 23, registers.BAS", "dpia", "retention.disposeBy")
                .contains("misspelt: fältet finns inte")
                .doesNotContain("Hemlighet")
                .hasLineCount(6);
    }

    @ParameterizedTest
    @CsvSource({
        "SyssStat, Funktionsnedsattning",
        "SyssStat, FunktionshinderKod",
        "Sni2, DisabilityCode",
        "workplace, funktionsnedsättning"
    })
    void refusesDisabilityWithTheReason(String instead, String name) throws IOException {
        String text = example().replace(instead, name);

        assertThatThrownBy(() -> accept(text)).hasMessageContaining("kan inte följas som grupp");
    }

    @Test
    void refusesWhatIsNoOrderFile() {
        for (String text : List.of("", "- 1\n", "partner: [", "a: &a [*a]", "\u0001")) {
            assertThatThrownBy(() -> accept(text)).isInstanceOf(OrderRefusedException.class);
        }
    }

    @Test
    void knowsTheVariablesThatTheSchemaKnows() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(Path.of("schemas/order/order.schema.json")));

        for (SourceRegister register : SourceRegister.values()) {
            List<String> names = new ArrayList<>();
            schema.at("/properties/registers/properties/" + register + "/items/enum")
                    .forEach(name -> names.add(name.asText()));
            assertThat(KnownVariables.of(register)).containsExactlyElementsOf(names);
        }
    }

    @Test
    void numbersOrdersByPartnerAndYear(@TempDir Path folder) {
        try (OrderHouse house = new OrderHouse(folder)) {
            assertThat(house.created()).hasToString("SCB-2026-001");
            assertThat(house.created()).hasToString("SCB-2026-002");
            assertThat(house.orders.list()).hasSize(2);
        }
    }

    private static OrderFile accept(String text) {
        return OrderFileReader.accept(text, Set.of("SCB"), TODAY);
    }

    private static String example() throws IOException {
        return Files.readString(OrderHouse.EXAMPLE);
    }
}
