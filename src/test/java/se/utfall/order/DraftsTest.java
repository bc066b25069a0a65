package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.ActingUser;

/** A partner's own order: a draft for people to judge, never more. */
class DraftsTest {
    private static final Path STUDY = Path.of("docs/operator/exempel/ifau-studie.yaml");

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

    private OrderId proposed(String reference, int sequence, String... variables) {
        ProposedOrder proposed = new ProposedOrder(
                "IFAU",
                new OrderId(reference),
                sequence,
                "ab".repeat(32),
                "Effekter",
                "IFAU 1",
                Map.of("BAS", List.of(variables)),
                YearMonth.of(2022, 1),
                YearMonth.of(2026, 6),
                "De som började",
                null);
        return house.database.inTransaction(h -> house.orders.proposed(h, proposed));
    }

    @Test
    void waitsUnderAnIdOfOursAndSaysWhatIsMissing() {
        OrderId id = proposed("IFAU-2026-901", 1, "SyssStat", "Hemligt", "Funktionsnedsattning");

        DraftView draft = house.orders.findDraft(id).orElseThrow();

        assertThat(id).hasToString("IFAU-2026-001");
        assertThat(draft.state()).isEqualTo(OrderState.DRAFT);
        assertThat(draft.terms().partnerReference()).isEqualTo("IFAU-2026-901");
        assertThat(draft.missing())
                .contains("purpose", "legalBasis", "dpia", "population", "retention.disposeBy")
                .anyMatch(m -> m.startsWith("registers.BAS Hemligt: finns inte"))
                .anyMatch(m -> m.startsWith("registers.BAS Funktionsnedsattning: funktionsnedsättning kan inte"))
                .noneMatch(m -> m.contains("SyssStat"));
        assertThat(house.orders.list()).isEmpty();
        assertThat(house.tasksOpen()).containsExactly("DRAFT_TO_JUDGE");
    }

    @Test
    void letsNoneOfAnOrdersStepsReachIt() {
        OrderId id = proposed("IFAU-2026-901", 1, "SyssStat");

        assertThatThrownBy(() -> house.orders.freeze(id, OrderHouse.OLGA)).hasMessageStartingWith("ONLY_A_DRAFT");
        assertThatThrownBy(() -> house.orders.approve(id, OrderHouse.ANNA)).hasMessageStartingWith("ONLY_A_DRAFT");
        assertThatThrownBy(() -> house.orders.send(id, OrderHouse.OLGA)).hasMessageStartingWith("ONLY_A_DRAFT");
        assertThat(house.orders.drafts()).hasSize(1);
    }

    @Test
    void isCompletedByAnOrderFileThatNamesIt() {
        OrderId id = proposed("IFAU-2026-901", 1, "SyssStat");
        OrderId other = proposed("IFAU-2026-902", 1, "SyssStat");

        OrderId order = house.orders.create(STUDY, OrderHouse.OLGA);

        assertThat(order).isEqualTo(id);
        assertThat(house.orders.show(order).terms().partnerReference()).isEqualTo("IFAU-2026-901");
        assertThat(house.orders.drafts())
                .singleElement()
                .satisfies(d -> assertThat(d.terms().id()).isEqualTo(other));
        assertThat(house.tasks.listOpen())
                .singleElement()
                .satisfies(t -> assertThat(t.subject()).isEqualTo(other.value()));
        assertThat(house.orders.create(STUDY, OrderHouse.OLGA)).hasToString("IFAU-2026-003");
    }

    @Test
    void takesThePartnersCorrectionAsLongAsItWaits() {
        OrderId id = proposed("IFAU-2026-901", 1, "Hemligt");

        assertThat(proposed("IFAU-2026-901", 2, "SyssStat")).isEqualTo(id);
        assertThat(house.orders.drafts()).singleElement().satisfies(d -> {
            assertThat(d.sequence()).isEqualTo(2);
            assertThat(d.terms().variables()).containsEntry("BAS", List.of("SyssStat"));
        });
        house.orders.create(STUDY, OrderHouse.OLGA);
        assertThat(proposed("IFAU-2026-901", 3, "SyssStat")).hasToString("IFAU-2026-002");
    }

    @Test
    void isTurnedDownByWhoOperates() {
        OrderId id = proposed("IFAU-2026-901", 1, "SyssStat");
        assertThatThrownBy(() -> house.orders.decline(id, OrderHouse.ANNA)).hasMessageStartingWith("ROLE");

        house.orders.decline(id, OrderHouse.OLGA);

        assertThat(house.orders.drafts()).isEmpty();
        assertThat(house.tasksOpen()).isEmpty();
        assertThatThrownBy(() -> house.orders.decline(id, OrderHouse.OLGA)).hasMessageStartingWith("NO_DRAFT");
        assertThatThrownBy(() -> house.orders.freeze(id, ActingUser.HUB)).hasMessageStartingWith("ROLE");
    }
}
