package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.register.FactType;

class LayoutsTest {
    /** The contract's own words: key in upper case, * may be empty. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSKRIVNING | personnummer; INSKRIVNING_ID; startdatum; jobbtorg; stadsdel*; anvisad_av*; ekonomiskt_bistand*;"
                        + " forsorjningshinder*; inskriven_af*; utbildningsniva*; nyanland*; kon*; skyddad*; andrad; borttagen*",
                "AVSLUT | personnummer; INSKRIVNING_ID; avslutsdatum; avslutsorsak*; uppfoljning_3man*; andrad; borttagen*",
                "INSATS | personnummer; INSATS_ID; inskrivning_id*; insatstyp; arbetsplatstyp*; startdatum; planerat_slutdatum*;"
                        + " slutdatum*; omfattning_procent*; avbrottsorsak*; mal*; anordnare*; andrad; borttagen*",
                "PROGRESSION | personnummer; SKATTNING_ID; insats_id*; matdatum; matomgang; instrument; instrumentversion; FRAGA;"
                        + " varde*; skala_min; skala_max; andrad; borttagen*",
                "KOSTNAD | KOSTNAD_ID; insatstyp; jobbtorg*; period_start; period_slut; kostnadsslag; belopp; deltagare*; andrad;"
                        + " borttagen*",
                "NUMMERBYTE | GAMMALT_NUMMER; nytt_nummer; orsak; datum; andrad; borttagen*",
                "AVREGISTRERING | PERSONNUMMER; ORSAK; DATUM; andrad; borttagen*"
            })
    void equalsTheContract(FactType type, String columns) {
        Layout layout = IntakeHouse.layout(type);

        List<String> written = layout.columns().stream()
                .map(c -> (layout.key().contains(c.name()) ? c.name().toUpperCase(java.util.Locale.ROOT) : c.name())
                        + (c.required() ? "" : "*"))
                .toList();

        assertThat(String.join("; ", written)).isEqualTo(columns.strip());
    }

    @ParameterizedTest
    @EnumSource
    void isDocumentedAndWellFormed(FactType type) {
        JsonNode file = Layouts.resource(type.fileType() + ".json");

        assertThat(file.get("name").asText()).isEqualTo(type.fileType());
        assertThat(file.at("/dialect/delimiter").asText()).isEqualTo(";");
        assertThat(FileName.of(file.get("path").asText()).type()).isEqualTo(type);
        List<JsonNode> fields = new ArrayList<>();
        file.at("/schema/fields").forEach(fields::add);
        assertThat(fields).isNotEmpty().allSatisfy(f -> {
            assertThat(f.get("title").asText()).isNotBlank();
            assertThat(f.get("description").asText()).isNotBlank();
            assertThat(f.get("type").asText()).isIn("string", "date", "datetime", "boolean", "integer", "number");
        });
    }
}
