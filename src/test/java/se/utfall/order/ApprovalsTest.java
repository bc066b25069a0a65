package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.store.ActingUser;

class ApprovalsTest {
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
    void handsOutAnOrderOnlyAfterTwoPeopleApprovedAndOneLetItGo() throws IOException {
        OrderId id = house.frozen();
        assertThatThrownBy(() -> house.orders.send(id, OrderHouse.OLGA)).hasMessageStartingWith("STATE");
        assertThat(house.orders.approve(id, OrderHouse.ANNA).state()).isEqualTo(OrderState.POPULATION_FROZEN);
        assertThat(house.orders.approve(id, OrderHouse.BEA).state()).isEqualTo(OrderState.RELEASE_APPROVED);
        assertThat(house.orders.nextApproved(Set.of())).isEmpty();

        house.orders.send(id, OrderHouse.OLGA);

        ApprovedOrder order = house.orders.nextApproved(Set.of()).orElseThrow();
        assertThat(order.packages().get(0).recipientFingerprint()).isEqualTo(house.fingerprint);
        try (InputStream zip = order.packages().get(0).openZip()) {
            assertThat(zip.readAllBytes()).isEqualTo(house.zip(id));
        }
        assertThat(house.orders.show(id).approvals()).containsExactly("anna", "bea");
    }

    @Test
    void approvesOnlyWhatWasSeen() {
        OrderId id = house.frozen();
        String manifest = house.orders.show(id).manifestSha256();

        assertThatThrownBy(() -> house.orders.approve(id, "0".repeat(64), house.fingerprint, OrderHouse.ANNA))
                .hasMessageStartingWith("CHANGED");
        assertThatThrownBy(() -> house.orders.approve(id, manifest, "B".repeat(40), OrderHouse.ANNA))
                .hasMessageStartingWith("CHANGED");
        assertThatThrownBy(() ->
                        house.orders.approve(id, manifest, house.fingerprint, new ActingUser("rut", Set.of("read"))))
                .hasMessageStartingWith("ROLE");
        assertThat(house.orders.show(id).approvals()).isEmpty();

        assertThat(house.orders
                        .approve(id, manifest, house.fingerprint, OrderHouse.ANNA)
                        .approvals())
                .containsExactly("anna");
    }

    @Test
    void refusesTheFreezerEvenUnderOtherCapitals() {
        OrderId id = house.frozen();

        assertThatThrownBy(() -> house.orders.approve(id, OrderHouse.OLGA)).hasMessageStartingWith("FREEZER_APPROVES");
        assertThatThrownBy(() -> house.orders.approve(id, new ActingUser("OLGA", Set.of("approve"))))
                .hasMessageStartingWith("FREEZER_APPROVES");
    }

    @Test
    void refusesTheSamePersonTwice() {
        OrderId id = house.frozen();
        house.orders.approve(id, OrderHouse.ANNA);

        assertThatThrownBy(() -> house.orders.approve(id, OrderHouse.ANNA)).hasMessageStartingWith("APPROVED_TWICE");
        assertThat(house.state(id)).isEqualTo(OrderState.POPULATION_FROZEN);
    }

    @Test
    void refusesOneWithoutTheRole() {
        OrderId id = house.frozen();

        assertThatThrownBy(() -> house.orders.approve(id, new ActingUser("carl", Set.of("operate"))))
                .hasMessageStartingWith("ROLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE approval SET user_name = 'carl' WHERE user_name = 'bea'",
                "UPDATE approval SET approved_at = approved_at + 1 WHERE user_name = 'bea'",
                "UPDATE approval SET mac = substr(mac, 2) WHERE user_name = 'bea'",
                "UPDATE approval SET purpose = 'annat-andamal'",
                "UPDATE order_ SET frozen_by = 'carl'",
                "UPDATE order_ SET manifest_sha256 = replace(manifest_sha256, 'a', 'b') || 'c'",
                "UPDATE order_ SET order_file = replace(order_file, 'stockholmsjobb-uppf', 'stockholmsjobb-upp')",
                "DELETE FROM approval WHERE user_name = 'anna'"
            })
    void sendsNothingWhenARowWasChanged(String change) {
        OrderId id = house.released();
        assertThat(house.sql(change)).isPositive();

        assertThat(house.orders.nextApproved(Set.of())).isEmpty();

        assertThat(house.state(id)).isEqualTo(OrderState.POPULATION_FROZEN);
        assertThat(house.tasksOpen()).containsExactly("APPROVAL_VOID");
    }

    @Test
    void needsNewApprovalsWhenTheRecipientsKeyChanged() {
        OrderId id = house.released();
        house.fingerprint = "B".repeat(40);
        assertThat(house.orders.nextApproved(Set.of())).isEmpty();
        assertThat(house.orders.show(id).approvals()).isEmpty();

        house.orders.approve(id, OrderHouse.ANNA);
        house.orders.approve(id, OrderHouse.BEA);
        house.orders.send(id, OrderHouse.OLGA);

        assertThat(house.orders
                        .nextApproved(Set.of())
                        .orElseThrow()
                        .packages()
                        .get(0)
                        .recipientFingerprint())
                .isEqualTo("B".repeat(40));
        assertThat(house.tasksOpen()).isEmpty();
    }

    @Test
    void refusesToLetGoWhatIsNoLongerApproved() {
        OrderId id = house.approved();
        house.fingerprint = "B".repeat(40);

        assertThatThrownBy(() -> house.orders.send(id, OrderHouse.OLGA)).hasMessageStartingWith("APPROVAL_VOID");
        assertThat(house.state(id)).isEqualTo(OrderState.POPULATION_FROZEN);
    }

    @Test
    void doesNotLetAVoidOrderStopAnother() {
        house.released();
        house.sql("DELETE FROM approval");
        OrderId good = house.released();

        assertThat(house.orders.nextApproved(Set.of()).orElseThrow().id()).isEqualTo(good);
    }
}
