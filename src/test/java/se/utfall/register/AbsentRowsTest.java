package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;
import static se.utfall.register.RegisterHouse.ALVA;
import static se.utfall.register.RegisterHouse.BO;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.utfall.register.Register.AbsentKeys;

/** What a full file no longer names: contract 1, full. */
class AbsentRowsTest extends HouseTest {
    private static final Instant EXTRACT = Told.extractedAt(0);

    private AbsentKeys absent(FactType type, Set<String> named) {
        return house.database.inTransaction(h -> house.register.absent(h, type, EXTRACT, named));
    }

    private int remove(FactType type, Set<String> named) {
        return house.database.inTransaction(h -> house.register.removeAbsent(h, type, EXTRACT, named));
    }

    @Test
    void countsAndRemovesWhatIsNotNamed() {
        house.apply(
                Told.of(ALVA, "E-1").exit(),
                Told.of(ALVA, "E-2").exit(),
                Told.of(ALVA, "E-3").gone().exit());

        assertThat(absent(FactType.AVSLUT, Set.of("E-1", "E-9"))).isEqualTo(new AbsentKeys(1, 2));
        assertThat(remove(FactType.AVSLUT, Set.of("E-1", "E-9"))).isEqualTo(1);

        assertThat(absent(FactType.AVSLUT, Set.of("E-1"))).isEqualTo(new AbsentKeys(0, 1));
    }

    @Test
    void leavesWhatWasChangedAtOrAfterTheExtract() {
        house.apply(
                Told.of(ALVA, "E-1").at(EXTRACT).exit(),
                Told.of(ALVA, "E-2").at(EXTRACT.minusNanos(1)).exit());

        assertThat(absent(FactType.AVSLUT, Set.of())).isEqualTo(new AbsentKeys(1, 2));
        assertThat(remove(FactType.AVSLUT, Set.of())).isEqualTo(1);
    }

    @Test
    void removesAtTheTimeOfTheExtract() {
        house.enrolled(ALVA, "E-1");
        house.apply(Told.of(ALVA, "M-1").changed(1).measure());
        remove(FactType.INSATS, Set.of());

        assertThat(house.apply(Told.of(ALVA, "M-1").at(EXTRACT.minusSeconds(1)).measure())
                        .superseded())
                .isEqualTo(1);
        assertThat(house.apply(Told.of(ALVA, "M-1").at(EXTRACT.plusSeconds(1)).measure())
                        .loaded())
                .isEqualTo(1);
        assertThat(house.measure("M-1").number()).isEqualTo(ALVA);
    }

    @Test
    void goesThroughMoreKeysThanAPageHolds() {
        List<Fact> facts = IntStream.range(0, 5_000)
                .<Fact>mapToObj(i -> Told.of(ALVA, "M-" + i).measure())
                .toList();
        house.apply(facts);
        Set<String> named = new HashSet<>();
        facts.stream().skip(17).map(Fact::key).forEach(named::add);
        named.remove("M-4999");

        assertThat(absent(FactType.INSATS, named)).isEqualTo(new AbsentKeys(18, 5_000));
        assertThat(remove(FactType.INSATS, named)).isEqualTo(18);
        assertThat(house.register.counts().current(FactType.INSATS)).isEqualTo(4_982);
    }

    @Test
    void removesNoNumberChangeAndNoDeregistration() {
        house.becomes(ALVA, BO, 1);
        house.apply(Told.of(BO, "").leaves("AV", "2025-01-01"));

        assertThat(absent(FactType.NUMMERBYTE, Set.of())).isEqualTo(new AbsentKeys(0, 1));
        assertThat(absent(FactType.AVREGISTRERING, Set.of())).isEqualTo(new AbsentKeys(0, 1));
        assertThat(remove(FactType.NUMMERBYTE, Set.of())).isZero();
        assertThat(remove(FactType.AVREGISTRERING, Set.of())).isZero();
    }

    @Test
    void aRemovedEnrolmentNoLongerEndsAnEmigration() {
        house.apply(Told.of(ALVA, "E-1").starts("2020-01-01").enrolment());
        house.apply(Told.of(ALVA, "E-2").starts("2025-06-01").enrolment());
        house.apply(Told.of(ALVA, "").leaves("UV", "2025-01-01"));
        house.measured(ALVA, "M-1");
        assertThat(house.standing("M-1").emigratedOn()).isNull();

        remove(FactType.INSKRIVNING, Set.of("E-1"));

        assertThat(house.standing("M-1").emigratedOn()).isNotNull();
        assertThat(house.kinds()).containsExactly(PersonEvent.Kind.EMIGRATED);
    }

    @Test
    void namesRatingsByIdAndQuestion() {
        house.apply(Told.of(ALVA, "S-1").rating("Q1"), Told.of(ALVA, "S-1").rating("Q2"));

        assertThat(absent(FactType.PROGRESSION, Set.of("S-1/Q1"))).isEqualTo(new AbsentKeys(1, 2));
    }
}
