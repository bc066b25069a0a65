package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepliesTest {
    @TempDir
    Path folder;

    OrderHouse house;

    @BeforeEach
    void open() {
        house = new OrderHouse(folder);
        house.persons.persons(1, 9);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void isNotHandedOutAgainOnceSealed() {
        OrderId id = house.sealed();
        house.database.useTransaction(h -> house.orders.sealed(h, id, 1));

        assertThat(house.orders.nextApproved(Set.of())).isEmpty();
    }

    @Test
    void sealsNothingThatNobodyLetGo() {
        OrderId id = house.approved();

        assertThatThrownBy(() -> house.database.useTransaction(h -> house.orders.sealed(h, id, 1)))
                .hasMessageStartingWith("NOT_RELEASED");
        assertThatThrownBy(() -> house.database.useTransaction(h -> house.orders.sent(h, id, 1, "SCB")))
                .hasMessageStartingWith("NOT_SEALED");
        assertThatThrownBy(() -> house.database.useTransaction(h -> house.orders.sealed(h, id, 2)))
                .hasMessageStartingWith("SEQUENCE");
    }

    @Test
    void walksToDeliveredAndTakesRepeatsCalmly() {
        OrderId id = house.sealed();
        for (int repeat = 0; repeat < 2; repeat++) {
            house.database.useTransaction(h -> house.orders.sent(h, id, 1, "SCB"));
            assertThat(house.state(id)).isEqualTo(OrderState.SENT);
        }
        for (int repeat = 0; repeat < 2; repeat++) {
            house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
            assertThat(house.state(id)).isEqualTo(OrderState.ACKNOWLEDGED);
        }
        for (int repeat = 0; repeat < 2; repeat++) {
            house.database.useTransaction(h -> house.orders.delivered(h, id, false));
            assertThat(house.state(id)).isEqualTo(OrderState.PARTLY_DELIVERED);
        }
        for (boolean last : new boolean[] {true, true, false}) {
            house.database.useTransaction(h -> house.orders.delivered(h, id, last));
            assertThat(house.state(id)).isEqualTo(OrderState.DELIVERED);
        }
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        assertThat(house.state(id)).isEqualTo(OrderState.DELIVERED);
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void countsADeliveryBeforeTheReceiptAsAccepted() {
        OrderId id = house.sealed();

        house.database.useTransaction(h -> house.orders.delivered(h, id, false));

        assertThat(house.state(id)).isEqualTo(OrderState.PARTLY_DELIVERED);
        assertThat(house.tasksOpen()).containsExactly("DELIVERED_BEFORE_RECEIPT");
        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void keepsTheFirstOfTwoReceiptsThatContradict() {
        OrderId id = house.sealed();
        house.database.useTransaction(h -> house.orders.rejected(h, id, 1, "SCB", "VARIABEL: finns ej"));
        house.database.useTransaction(h -> house.orders.rejected(h, id, 1, "SCB", "VARIABEL: finns ej"));
        assertThat(house.tasksOpen()).containsExactly("REJECTED");

        house.database.useTransaction(h -> house.orders.acknowledged(h, id, 1, "SCB"));
        house.database.useTransaction(h -> house.orders.delivered(h, id, true));

        assertThat(house.state(id)).isEqualTo(OrderState.REJECTED);
        assertThat(house.tasksOpen()).contains("REPLY_CONTRADICTS");
    }

    @Test
    void refusesADeliveryOfAnOrderThatNeverLeft() {
        OrderId id = house.frozen();

        assertThatThrownBy(() -> house.database.useTransaction(h -> house.orders.delivered(h, id, true)))
                .hasMessageStartingWith("STATE");
    }
}
