package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.notice.Messages;

class OrderStatesTest {
    private static final Set<String> MOVES = Set.of(
            "DRAFT SPEC_APPROVED",
            "SPEC_APPROVED POPULATION_FROZEN",
            "POPULATION_FROZEN RELEASE_APPROVED",
            "POPULATION_FROZEN SPEC_APPROVED",
            "RELEASE_APPROVED SENT",
            "RELEASE_APPROVED POPULATION_FROZEN",
            "RELEASE_APPROVED SPEC_APPROVED",
            "SENT ACKNOWLEDGED",
            "SENT REJECTED",
            "ACKNOWLEDGED PARTLY_DELIVERED",
            "ACKNOWLEDGED DELIVERED",
            "PARTLY_DELIVERED DELIVERED");

    @ParameterizedTest
    @EnumSource
    void allowsTheMovesOfTheTableAndNoOther(OrderState from) {
        for (OrderState to : OrderState.values()) {
            if (MOVES.contains(from + " " + to)) {
                OrderStates.check(from, to);
            } else {
                assertThatThrownBy(() -> OrderStates.check(from, to))
                        .isInstanceOf(OrderRefusedException.class)
                        .hasMessageContaining(OrderStates.from(from).toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void hasATextForEveryRefusalAndTask(String language) {
        for (String key : new String[] {
            "refusal.STATE",
            "refusal.ROLE",
            "refusal.FREEZER_APPROVES",
            "refusal.APPROVAL_VOID",
            "task.RECALL",
            "task.THAWED"
        }) {
            assertThat(Messages.has(Locale.forLanguageTag(language), "order", key))
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(keys("en")).isEqualTo(keys("sv"));
    }

    private static Set<String> keys(String language) {
        return new TreeSet<>(java.util.ResourceBundle.getBundle(
                        "se.utfall.order.messages",
                        Locale.forLanguageTag(language),
                        java.util.ResourceBundle.Control.getNoFallbackControl(
                                java.util.ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet());
    }
}
