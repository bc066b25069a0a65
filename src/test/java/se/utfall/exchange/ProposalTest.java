package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.order.OrderId;
import se.utfall.order.ProposedOrder;

/** An order that a partner sends. */
class ProposalTest {
    private static final String NAME = "SCB-2026-901_bestallning_001.zip.pgp";

    @TempDir
    Path folder;

    private ExchangeHouse house;

    @BeforeEach
    void open() {
        house = new ExchangeHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Manifests wish() {
        return Manifests.order(NAME).with(json -> {
            json.put("andamal", "Effekter").put("beslut", "dnr 1");
            json.putObject("variabler").putArray("BAS").add("SyssStat");
            json.putObject("period").put("fran", "2022-01").put("till", "2026-06");
            json.putObject("population").put("text", "Alla");
        });
    }

    private PackageView opened(Manifests manifests) {
        assertThat(house.exchange.wants(ExchangeHouse.sighting(NAME, 1, 0))).isTrue();
        house.receive(manifests);
        return house.exchange.openNextOrder().orElseThrow();
    }

    @Test
    void becomesADraftAndIsAnsweredOnce() {
        PackageView view = opened(wish().with(json ->
                ((ObjectNode) json.get("population")).putObject("block").put("insatstyp", "STOCKHOLMSJOBB")));

        assertThat(view.state()).isEqualTo("ACCEPTED");
        ProposedOrder proposed = house.orders.proposed.get(0);
        assertThat(proposed.reference()).hasToString("SCB-2026-901");
        assertThat(proposed.variables()).containsEntry("BAS", List.of("SyssStat"));
        assertThat(proposed.populationBlock()).isEqualTo("{\"insatstyp\":\"STOCKHOLMSJOBB\"}");
        assertThat(proposed.to()).hasToString("2026-06");
        SealedPackage receipt = house.exchange.sealNext().orElseThrow();
        assertThat(receipt.fileName()).isEqualTo("SCB-2026-901_kvittens_001.zip.pgp");
        assertThat(view.receipts()).containsExactly("GODKAND");
        assertThat(house.exchange.openNextOrder()).isEmpty();
        assertThat(house.exchange.sealNext()).isEmpty();
    }

    @Test
    void isNotOfOurOrderThatHappensToHaveItsNumber() {
        assertThat(house.exchange.wants(ExchangeHouse.sighting(NAME, 1, 0))).isTrue();
        house.receive(wish());

        house.exchange.forget(new OrderId("SCB-2026-901"));

        assertThat(house.exchange.openNextOrder().orElseThrow().state()).isEqualTo("ACCEPTED");
        house.exchange.forget(new OrderId("SCB-2026-901"));
        assertThat(house.exchange.held(new OrderId("SCB-2026-901"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"andamal", "beslut", "variabler", "period", "population"})
    void refusesOneWithoutARequiredField(String field) {
        refuses("MANIFEST_FEL", json -> json.remove(field));
    }

    @Test
    void refusesFilesAndAPeriodThatEndsBeforeItBegins() {
        refuses("MANIFEST_FEL", json -> ((ObjectNode) json.get("period")).put("till", "2021-01"));
        house.sql("DELETE FROM package_answered");

        PackageView view = opened(wish().file("population.csv", "lopnr\n1\n"));

        assertThat(view.code()).isEqualTo("MANIFEST_FEL");
        assertThat(house.orders.proposed).isEmpty();
    }

    @Test
    void refusesWordsThatCouldNameSomebody() {
        refuses("PERSONUPPGIFT", json -> ((ObjectNode) json.get("population")).put("text", "Se 199011145191."));
    }

    private void refuses(String code, Consumer<ObjectNode> change) {
        PackageView view = opened(wish().with(change));

        assertThat(view.state()).isEqualTo("REFUSED");
        assertThat(view.code()).isEqualTo(code);
        assertThat(view.receipts()).containsExactly("AVVISAD");
        assertThat(house.orders.proposed).isEmpty();
    }
}
