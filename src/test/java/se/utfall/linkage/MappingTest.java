package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.outcome.OutcomeSchema;
import se.utfall.outcome.Periods;
import se.utfall.outcome.SourceRegister;

class MappingTest {
    private final Mappings mappings = Mappings.load();

    @Test
    void readsEveryFileInTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("schemas/delivery"))) {
            for (Path file : files.toList()) {
                String register =
                        file.getFileName().toString().replace(".json", "").toUpperCase(Locale.ROOT);
                assertThat(mappings.find(SourceRegister.valueOf(register))).isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isDocumentedInBothLanguages(SourceRegister register) {
        Mapping mapping = mappings.get(register);
        List<Map<String, String>> texts = new ArrayList<>(List.of(
                mapping.title(), mapping.absence().doc(), mapping.calendar().doc()));
        mapping.columns().forEach(c -> texts.add(c.doc()));
        mapping.columns().forEach(c -> c.codeList().forEach(code -> texts.add(code.label())));
        mapping.derived().forEach(d -> texts.add(d.doc()));

        assertThat(texts).allSatisfy(t -> {
            assertThat(t).containsOnlyKeys("sv", "en");
            assertThat(t.values()).noneMatch(String::isBlank);
        });
        assertThat(mapping.register()).isEqualTo(register);
        assertThat(mapping.version()).matches(register + "/[0-9]+");
    }

    @ParameterizedTest
    @EnumSource
    void mapsToFieldsThatTheRecordHas(SourceRegister register) {
        Mapping mapping = mappings.get(register);
        List<String> targets = new ArrayList<>();
        mapping.columns().forEach(c -> {
            if (c.target() != null) {
                targets.add(c.target());
            }
        });
        mapping.derived().forEach(d -> targets.add(d.target()));

        assertThat(targets).doesNotHaveDuplicates().allSatisfy(path -> {
            Target.of(path);
            String[] parts = path.split("\\.", 2);
            assertThat(OutcomeSchema.get()
                            .schema()
                            .getField(parts[0])
                            .schema()
                            .getTypes()
                            .get(1)
                            .getField(parts[1]))
                    .as(path)
                    .isNotNull();
        });
        mapping.derived().forEach(d -> assertThat(mapping.find(d.column())).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void usesEachNameAndAliasOnce(SourceRegister register) {
        List<String> names = new ArrayList<>(List.of("lopnr", "period", "senpnr", "aterpnr", "återpnr"));
        mappings.get(register).columns().forEach(c -> {
            names.add(c.name().toLowerCase(Locale.ROOT));
            c.aliases().forEach(a -> names.add(a.toLowerCase(Locale.ROOT)));
        });

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void mapsTheContractsColumns() {
        assertThat(mappings.get(SourceRegister.LISA).columns())
                .extracting(Mapping.Column::name)
                .containsExactly(
                        "LoneInk",
                        "ForvInk",
                        "DispInk04",
                        "SocBidrPersF",
                        "ArbLos",
                        "ALosDag",
                        "AmPol",
                        "StudDelt",
                        "Sun2020Niva",
                        "Sun2020Niva_Old");
        assertThat(mappings.get(SourceRegister.AF).columns())
                .extracting(Mapping.Column::name)
                .containsExactly(
                        "Inskriven", "SKAT", "OppetDagar", "ProgramDagar", "Programkod", "Akassa", "Aktivitetsstod");
        assertThat(mappings.get(SourceRegister.BAS).columns())
                .extracting(Mapping.Column::name)
                .containsExactly("SyssStat", "KommunalInsats", "Subv", "AntalArbetsgivare", "Sni2");
        assertThat(mappings.get(SourceRegister.EKB).columns())
                .extracting(Mapping.Column::name)
                .containsExactly("Bistand", "HushallBelopp", "HushallPersoner", "Forsorjningshinder", "Avslutsorsak");
    }

    /** What orders may name (the order file's schema) is what deliveries are read by. */
    @ParameterizedTest
    @EnumSource
    void mapsWhatCanBeOrdered(SourceRegister register) throws IOException {
        JsonNode schema = new JsonMapper()
                .readTree(Path.of("schemas/order/order.schema.json").toFile());
        List<String> ordered = new ArrayList<>();
        schema.at("/properties/registers/properties/" + register + "/items/enum")
                .forEach(name -> ordered.add(name.textValue()));

        assertThat(mappings.get(register).columns())
                .extracting(Mapping.Column::name)
                .isEqualTo(ordered);
    }

    @ParameterizedTest
    @EnumSource
    void saysZeroOfAbsenceOnlyWhereAbsenceIsAnAnswer(SourceRegister register) {
        Mapping mapping = mappings.get(register);
        boolean answers = mapping.absence().rule() == Mapping.AbsenceRule.PERIOD;

        assertThat(mapping.columns().stream().anyMatch(c -> c.absent() != null)).isEqualTo(answers);
        assertThat(mapping.period()).isEqualTo(register.yearly() ? "YEAR" : "MONTH");
        assertThat(mapping.onlyPersonnummer()).isEqualTo(register == SourceRegister.LISA);
    }

    @ParameterizedTest
    @CsvSource({
        "LISA, 2023, 1, 2025-04-30, false",
        "LISA, 2023, 1, 2025-05-01, true",
        "LISA, 2023, 12, 2025-05-01, true",
        "LISA, 2024, 1, 2026-04-30, false",
        "AF, 2026, 2, 2026-03-31, false",
        "AF, 2026, 2, 2026-04-01, true"
    })
    void knowsWhenYearsAndTheServicesMonthsCanExist(
            SourceRegister register, int year, int month, LocalDate today, boolean can) {
        assertThat(mappings.get(register).calendar().canExist(Periods.monthIndex(year, month), today))
                .isEqualTo(can);
    }

    @Test
    void knowsWhenARegisterCanHoldAMonth() {
        Mapping.Calendar bas = mappings.get(SourceRegister.BAS).calendar();
        Mapping.Calendar ekb = mappings.get(SourceRegister.EKB).calendar();
        int february = Periods.monthIndex(2026, 2);

        assertThat(bas.canExist(february, LocalDate.of(2026, 5, 31))).isFalse();
        assertThat(bas.canExist(february, LocalDate.of(2026, 6, 1))).isTrue();
        assertThat(ekb.canExist(february, LocalDate.of(2026, 4, 30))).isFalse();
        assertThat(ekb.canExist(february, LocalDate.of(2026, 5, 1))).isTrue();
    }
}
