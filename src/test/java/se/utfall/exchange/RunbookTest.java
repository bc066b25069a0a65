package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.notice.Messages;

/** Every code has its texts and its paragraph. */
class RunbookTest {
    static Stream<String> codes() {
        return Stream.concat(
                Arrays.stream(Fault.values()).map(c -> "refusal." + c),
                Arrays.stream(TaskCode.values()).map(c -> "task." + c));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasTextsAndAParagraph(String key) throws IOException {
        String swedish = Messages.text(Messages.SWEDISH, "exchange", key, "x", "y", "z");
        String english = Messages.text(Locale.ENGLISH, "exchange", key, "x", "y", "z");
        String runbook = Files.readString(Path.of("docs/operator/handbok-paket.md"));

        assertThat(swedish).isNotBlank().isNotEqualTo(english);
        assertThat(english).isNotBlank();
        assertThat(runbook).containsPattern("(?m)^\\*\\*`" + key.substring(key.indexOf('.') + 1) + "`");
    }
}
