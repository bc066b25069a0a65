package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.dataset.Meaning.Code;
import se.utfall.notice.Messages;
import se.utfall.outcome.SourceRegister;

class MessagesTest {
    static Stream<String> keys() {
        List<String> keys = new ArrayList<>();
        for (String code : List.of(
                "ROLE",
                "ORDER_ENDED",
                "NO_DELIVERIES",
                "UNKNOWN",
                "NO_TABLE",
                "ALTERED",
                "NOT_BUILT",
                "NOT_APPROVED",
                "REQUESTER_APPROVES",
                "UNKNOWN_RECIPIENT")) {
            keys.add("refusal." + code);
        }
        keys.addAll(List.of("task.NOT_BUILT", "task.GIVEN_UP", "log.promise", "code.TOTAL"));
        Arrays.stream(Missing.values()).forEach(m -> keys.add("missing." + m));
        for (String code : List.of(
                "DISABILITY", "NOT_ORDERED", "GROUP_TOO_SMALL", "REGISTER_NOT_ORDERED", "NOT_DELIVERED", "TOO_FEW")) {
            keys.add("refused." + code);
        }
        for (String code : List.of("NO_RESULTS", "NO_MEASURE", "NO_COSTS", "NO_RATINGS", "FEW_RATINGS")) {
            keys.add("refused." + code);
        }
        PanelCounts.GROUPS.forEach(g -> keys.add("breakdown." + g));
        for (Panel panel : Panel.ALL) {
            for (String property : panel.properties()) {
                for (String column : List.of("", "_percent", "_note")) {
                    keys.add("table." + property.toLowerCase(Locale.ROOT) + column);
                }
                keys.add("table.not_" + property.toLowerCase(Locale.ROOT));
            }
        }
        for (String code : List.of("code.sex.UNKNOWN", "code.workplace.UNKNOWN", "break.BAS", "break.LISA")) {
            keys.add(code);
        }
        for (String unit : List.of("NONE", "COUNT", "KRONOR", "HUNDREDS_OF_KRONOR")) {
            keys.add("derivation.unit." + unit);
        }
        return keys.stream();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasBothTexts(String key) {
        assertThat(Messages.text(Messages.SWEDISH, "dataset", key, "x")).isNotBlank();
        assertThat(Messages.text(Locale.ENGLISH, "dataset", key, "x")).isNotBlank();
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
        assertThat(bundle("sv").keySet()).isEqualTo(bundle("en").keySet());
    }

    @Test
    void labelsEverySymbolOfTheSchemaAndEveryCodeOfTheLayouts() {
        List<Meaning> meanings = new ArrayList<>();
        ContextVariables.all().forEach(v -> meanings.add(v.meaning()));
        BackgroundVariables.of(new MadeUp(3, 8)).forEach(v -> meanings.add(v.meaning()));

        assertThat(meanings)
                .flatExtracting(m -> m.values().codes())
                .allSatisfy(c -> assertThat(c.label().sv()).isNotBlank());
        assertThat(SchemaPath.of("sourceRegister").symbols())
                .extracting(Code::code)
                .contains(Arrays.stream(SourceRegister.values())
                        .map(SourceRegister::source)
                        .toArray(String[]::new));
        assertThat(SchemaPath.of("employment.mainStatus").symbols()).hasSize(7);
    }

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle(
                "se.utfall.dataset.messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
