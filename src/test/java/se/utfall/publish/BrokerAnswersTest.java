package se.utfall.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerAnswersTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhetherTheBrokerLetsTheHubIn() throws IOException {
        BrokerSettings settings = Brokers.settings(folder);
        try (EmbeddedBroker broker = EmbeddedBroker.start(settings)) {
            assertThat(broker.server().isActive()).isTrue();
            assertThat(BrokerLink.answers(settings)).isTrue();

            Files.writeString(settings.passwordFile(), "wrong");
            assertThat(BrokerLink.answers(settings)).isFalse();

            Files.delete(settings.passwordFile());
            assertThat(BrokerLink.answers(settings)).isFalse();
        }
    }

    @Test
    void tellsThatNoBrokerIsThere() throws IOException {
        assertThat(BrokerLink.answers(Brokers.settings(folder))).isFalse();
    }
}
