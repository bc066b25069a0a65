package se.utfall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.notice.Messages;

class MessagesTest {
    static Stream<String> keys() {
        Stream<String> findings = Stream.of(FileFault.values(), FlagCode.values(), RowCode.values())
                .flatMap(Arrays::stream)
                .map(c -> "finding." + c);
        Stream<String> remedies = Arrays.stream(RowCode.values()).map(c -> "atgard." + c);
        Stream<String> tasks = Stream.of(
                        Ledger.SET_ASIDE,
                        Ledger.NAME_TAKEN,
                        Ledger.NOTHING_REMOVED,
                        Ledger.NO_MANIFEST,
                        Ledger.NO_FILE,
                        Ledger.NAME_DIGITS,
                        Ledger.STUCK)
                .map(c -> "task." + c);
        Stream<String> refusals =
                Arrays.stream(FileActRefusedException.Code.values()).map(c -> "refusal." + c);
        return Stream.of(findings, remedies, tasks, refusals).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasBothTexts(String key) {
        String swedish = Messages.text(Messages.SWEDISH, "intake", key, 7);
        String english = Messages.text(Locale.ENGLISH, "intake", key, 7);

        assertThat(swedish).isNotBlank().isNotEqualTo(english);
        assertThat(english).isNotBlank();
    }
}
