package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.utfall.notice.Messages;

/** Every code that refuses a delivery has its paragraph. */
class RunbookTest {
    static Stream<String> codes() {
        return ResourceBundle.getBundle("se.utfall.linkage.messages", Messages.SWEDISH).keySet().stream()
                .filter(key -> key.startsWith("refusal."))
                .map(key -> key.substring("refusal.".length()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void hasAParagraph(String code) throws IOException {
        assertThat(Files.readString(Path.of("docs/operator/handbok-paket.md")))
                .containsPattern("(?m)^\\*\\*`" + code + "`");
    }
}
