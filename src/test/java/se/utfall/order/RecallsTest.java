package se.utfall.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.Periods;
import se.utfall.outcome.PersonKey;
import se.utfall.register.PersonEvent;
import se.utfall.register.Spell;

class RecallsTest {
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
    void thawsAnOrderWhosePersonBecameProtectedBeforeItLeft() {
        OrderId id = house.released();
        house.persons.protect(3);

        assertThat(house.orders.nextApproved(Set.of())).isEmpty();
        assertThat(house.state(id)).isEqualTo(OrderState.SPEC_APPROVED);
        assertThat(house.tasksOpen()).containsExactly("THAWED");

        OrderView again = house.orders.freeze(id, OrderHouse.OLGA);
        assertThat(again.funnel().ordered()).isEqualTo(8);
        assertThat(again.approvals()).isEmpty();
    }

    @Test
    void recallsOnceAPersonWhoBecomesProtectedAfterSealing() {
        OrderId id = house.sealed();
        int number = numberOf(id, 3);
        house.persons.protect(3);

        assertThat(house.orders.followEvents()).isEqualTo(1);
        assertThat(house.orders.followEvents()).isZero();

        assertThat(house.tasksOpen()).containsExactly("RECALL");
        assertThat(recalled(id)).containsExactly(number);
    }

    @Test
    void recallsEvenWhenTheProtectionWasLiftedBeforeAnyoneLooked() {
        OrderId id = house.sealed();
        house.persons.protect(3).standing(3, FakePersons.FREE);

        assertThat(house.orders.followEvents()).isEqualTo(1);

        assertThat(recalled(id)).containsExactly(numberOf(id, 3));
    }

    @Test
    void recallsTheHigherOfTwoNumbersThatAreOnePerson() {
        OrderId id = house.sealed();
        int higher = Math.max(numberOf(id, 2), numberOf(id, 5));
        house.persons.merge(2, 5);

        house.orders.followEvents();

        assertThat(recalled(id)).containsExactly(higher);
    }

    @Test
    void recallsAMergedPersonWhoseSurvivorBecomesProtected() {
        OrderId id = house.sealed();
        house.persons.standing(70, FakePersons.FREE).merge(2, 70).protect(70);

        house.orders.followEvents();

        assertThat(recalled(id)).containsExactly(numberOf(id, 2));
    }

    @Test
    void recallsNobodyForADeath() {
        OrderId id = house.sealed();
        house.persons
                .standing(4, new Spell.Standing(false, false, LocalDate.of(2026, 3, 5), null, null))
                .event(PersonEvent.Kind.DECEASED, 4, 4);

        assertThat(house.orders.followEvents()).isZero();

        FollowUpFacts facts = house.orders.followUpFacts(id);
        assertThat(recalled(id)).isEmpty();
        assertThat(facts.deceasedOn(numberOf(id, 4))).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(facts.deceasedOn(numberOf(id, 5))).isNull();
    }

    @Test
    void seesAnEventThatWasReadPastWhileTheOrderWasBeingFrozen() {
        OrderId id = house.created();
        house.persons.event(PersonEvent.Kind.PROTECTED, 3, 3);
        house.orders.followEvents();
        house.orders.freeze(id, OrderHouse.OLGA);
        house.persons.standing(3, new Spell.Standing(true, false, null, null, null));

        house.orders.followEvents();

        assertThat(house.state(id)).isEqualTo(OrderState.SPEC_APPROVED);
    }

    @Test
    void tellsLinkageWhatItMayKnow() {
        house.persons.standing(
                4, new Spell.Standing(false, false, null, LocalDate.of(2025, 2, 1), LocalDate.of(2024, 11, 30)));
        OrderId id = house.sealed();

        FollowUpFacts facts = house.orders.followUpFacts(id);
        int number = numberOf(id, 4);

        assertThat(facts.anchor()).isEqualTo(Anchor.INTERVENTION_END);
        assertThat(facts.anchorMonth(number)).isEqualTo(Periods.monthIndex(2024, 5));
        assertThat(facts.exitMonth(number)).isEqualTo(Periods.monthIndex(2024, 11));
        assertThat(facts.exitMonth(numberOf(id, 5))).isEqualTo(FollowUpFacts.NONE);
        assertThat(facts.emigratedOn(number)).isEqualTo(LocalDate.of(2025, 2, 1));
        assertThat(facts.personnummer(number)).isTrue();
        assertThat(facts.background(number))
                .isEqualTo(new FollowUpFacts.Background("2", "25-34", "3", true, "Farsta", "STOCKHOLMSJOBB", "EXTERN"));
    }

    private int[] recalled(OrderId id) {
        FollowUpFacts facts = house.orders.followUpFacts(id);
        return IntStream.rangeClosed(1, facts.size()).filter(facts::recalled).toArray();
    }

    private int numberOf(OrderId id, int person) {
        FollowUpFacts facts = house.orders.followUpFacts(id);
        PersonKey key = FakePersons.key(person);
        return IntStream.rangeClosed(1, facts.size())
                .filter(n -> facts.personKey(n).equals(key))
                .findFirst()
                .orElseThrow();
    }
}
