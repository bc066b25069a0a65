package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.demo.people.CaseSystem;
import se.utfall.demo.people.Export;
import se.utfall.demo.people.Plant;
import se.utfall.demo.people.Planted;
import se.utfall.intake.FileReport;
import se.utfall.intake.Intake;
import se.utfall.intake.IntakeFinding;
import se.utfall.intake.IntakeSettings;
import se.utfall.notice.Tasks;
import se.utfall.outcome.PersonKey;
import se.utfall.person.PersonalNumber;
import se.utfall.register.PersonEvent.Kind;
import se.utfall.register.SpellQuery.Event;
import se.utfall.store.Arrival;
import se.utfall.store.Sighting;

/** Everything the made-up case system exports, through the real intake into the real register: what was planted is found, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeUpExportTest {
    private static final String SOURCE = "jobbtorg";
    private static final int NUMBERS = 1_200;

    private Path exported;
    private Path folder;
    private RegisterHouse house;
    private Intake intake;
    private Planted planted;

    @BeforeAll
    void load(@TempDir Path from, @TempDir Path to) throws IOException {
        exported = from;
        folder = to;
        Export export = new CaseSystem(exported, 7, NUMBERS).export();
        planted = export.planted();
        house = new RegisterHouse(folder);
        house.clock.set(Instant.parse("2026-11-16T06:00:00Z"));
        IntakeSettings settings =
                new IntakeSettings(folder.resolve("archive"), Map.of(SOURCE, IntakeSettings.SourceProfile.DEFAULT));
        intake = new Intake(
                house.database,
                house.register,
                house.secrets,
                house.audit,
                new Tasks(house.database, house.clock),
                settings,
                house.clock);
        for (Export.WrittenFile file : export.files()) {
            intake.receive(arrival(file.name() + ".klar"), arrival(file.name()));
        }
        while (intake.loadNext().isPresent()) {
            // until none waits
        }
    }

    private Arrival arrival(String name) throws IOException {
        Path copy = Files.copy(exported.resolve(name), folder.resolve(name));
        return new Arrival(new Sighting(SOURCE, name, Files.size(copy), house.clock.instant()), copy);
    }

    @AfterAll
    void close() {
        house.close();
    }

    private int sum(ToIntFunction<FileReport> of) {
        return intake.list().stream().filter(FileReport::loadedNow).mapToInt(of).sum();
    }

    @Test
    void everyPlantedRowMeetsItsFate() {
        assertThat(intake.list()).allMatch(FileReport::balanced);
        assertThat(sum(FileReport::rejected))
                .isEqualTo(planted.of(Plant.Effect.ROW_REJECTED) + planted.of(Plant.Effect.UNLINKABLE));
        assertThat(sum(FileReport::replaced)).isEqualTo(planted.of(Plant.CORRECTED));
        assertThat(sum(FileReport::unchanged)).isEqualTo(planted.of(Plant.IDENTICAL));
        assertThat(sum(FileReport::superseded)).isEqualTo(planted.of(Plant.SUPERSEDED));
        assertThat(sum(FileReport::removed)).isEqualTo(planted.of(Plant.REMOVED));
        assertThat(sum(FileReport::waiting)).isEqualTo(planted.of(Plant.UNKNOWN_ENROLMENT));
        assertThat(codes()).filteredOn(c -> c.equals("ORSAK_OKAND")).hasSize(planted.of(Plant.UNKNOWN_CAUSE));
        assertThat(codes()).doesNotContain("ANNAN_PERSON", "BYTT_PERSON", "NUMMERBYTE_GREN", "NUMMERBYTE_RING");
    }

    private List<String> codes() {
        return intake.list().stream()
                .flatMap(f -> intake.findings(f).stream())
                .map(IntakeFinding::code)
                .toList();
    }

    @Test
    void knowsEveryPersonOnce() {
        RegisterCounts counts = house.register.counts();

        assertThat(counts.persons()).isEqualTo(NUMBERS - planted.of(Plant.NUMBER_CHANGED));
        assertThat(counts.mergedKeys()).isEqualTo(planted.of(Plant.TWO_BECAME_ONE));
        assertThat(counts.current(FactType.NUMMERBYTE)).isEqualTo(planted.of(Plant.NUMBER_CHANGED));
        assertThat(counts.protectedPersons())
                .isEqualTo(planted.of(Plant.PROTECTED) + planted.of(Plant.PROTECTION_UNKNOWN));
        assertThat(counts.deceased()).isEqualTo(planted.of(Plant.DEAD));
        assertThat(counts.emigrated() + counts.annulled())
                .isEqualTo(planted.of(Plant.EMIGRATED) + planted.of(Plant.OTHERWISE_GONE));
        assertThat(counts.forked()).isZero();
        assertThat(counts.waiting()).isEqualTo(Map.of(FactType.INSATS, (long) planted.of(Plant.UNKNOWN_ENROLMENT)));
        assertThat(counts.anotherPersons())
                .allSatisfy((type, rows) -> assertThat(rows).isZero());
    }

    @Test
    void wroteAnEventForEachThatHappened() {
        Map<Kind, Long> kinds =
                house.events().stream().collect(Collectors.groupingBy(PersonEvent::kind, Collectors.counting()));

        assertThat(kinds)
                .isEqualTo(Map.of(
                        Kind.PROTECTED,
                        (long) planted.of(Plant.PROTECTED) + planted.of(Plant.PROTECTION_UNKNOWN),
                        Kind.MERGED,
                        (long) planted.of(Plant.TWO_BECAME_ONE),
                        Kind.DECEASED,
                        (long) planted.of(Plant.DEAD),
                        Kind.EMIGRATED,
                        (long) planted.of(Plant.EMIGRATED) + 1,
                        Kind.ANNULLED,
                        (long) planted.of(Plant.OTHERWISE_GONE) - 1));
    }

    @Test
    void givesEveryEndedStockholmsjobbOnceWithThePersonsNewestNumber() throws IOException {
        Map<String, String> ends = ExportedRows.of(exported, "insats", 1, 14)
                .current()
                .filter(r -> r.get(3).equals("STOCKHOLMSJOBB") && !r.get(7).isEmpty())
                .collect(Collectors.toMap(r -> r.get(1), r -> r.get(7)));
        SpellQuery query = new SpellQuery(
                Event.MEASURE_END, Set.of("STOCKHOLMSJOBB"), LocalDate.of(2019, 1, 1), LocalDate.of(2026, 11, 1));

        List<Spell> spells = house.spells(query);

        assertThat(spells.stream().collect(Collectors.toMap(Spell::id, s -> String.valueOf(s.end()))))
                .isEqualTo(ends)
                .hasSizeGreaterThan(400);
        assertThat(spells).allMatch(Spell::usable).allMatch(s -> s.workplace() != null);
        assertThat(spells).extracting(s -> s.number().digits()).doesNotContainAnyElementsOf(replacedNumbers());
        assertThat(spells).filteredOn(s -> s.standing().protectedPerson()).isNotEmpty();
        assertOneNumberPerPerson(spells);
    }

    private List<String> replacedNumbers() throws IOException {
        return ExportedRows.of(exported, "nummerbyte", 0, 6)
                .current()
                .map(r -> r.get(0))
                .toList();
    }

    private static void assertOneNumberPerPerson(List<Spell> spells) {
        Map<PersonKey, Set<PersonalNumber>> numbers = spells.stream()
                .collect(Collectors.groupingBy(Spell::person, Collectors.mapping(Spell::number, Collectors.toSet())));
        assertThat(numbers).allSatisfy((person, own) -> assertThat(own).hasSize(1));
        assertThat(new HashSet<>(numbers.values())).hasSize(numbers.size());
    }

    @Test
    void givesEveryExitWithItsEnrolment() throws IOException {
        Map<String, String> exits = ExportedRows.of(exported, "avslut", 1, 7)
                .current()
                .collect(Collectors.toMap(r -> r.get(1), r -> r.get(2)));

        List<Spell> spells = house.spells(Event.EXIT);

        assertThat(spells.stream().collect(Collectors.toMap(Spell::id, s -> String.valueOf(s.end()))))
                .isEqualTo(exits);
        assertThat(spells).allMatch(s -> s.standing().lastExit() != null);
    }

    @Test
    void answersForEveryKeyAndItsStanding() {
        Map<PersonKey, CurrentStanding> persons = house.persons();
        RegisterCounts counts = house.register.counts();

        assertThat(persons).hasSize(Math.toIntExact(counts.persons() + counts.mergedKeys()));
        assertThat(persons.values()).allMatch(p -> persons.containsKey(p.current()));
        assertThat(persons.values())
                .filteredOn(p -> p.person().equals(p.current()) && p.standing().deceasedOn() != null)
                .hasSize(planted.of(Plant.DEAD));
    }

    @Test
    void keepsEveryCurrentRow() throws IOException {
        RegisterCounts counts = house.register.counts();

        assertThat(counts.current(FactType.INSATS))
                .isEqualTo(ExportedRows.of(exported, "insats", 1, 14).current().count()
                        + planted.of(Plant.UNKNOWN_ENROLMENT));
        assertThat(counts.current(FactType.INSKRIVNING))
                .isEqualTo(ExportedRows.of(exported, "inskrivning", 1, 15)
                                .current()
                                .count()
                        + planted.of(Plant.BLANKS_AROUND));
        assertThat(counts.current(FactType.KOSTNAD))
                .isEqualTo(ExportedRows.of(exported, "kostnad", 0, 10).current().count());
    }
}
