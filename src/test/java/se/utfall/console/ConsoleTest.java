package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.notice.Messages;

class ConsoleTest {
    @TempDir
    Path folder;

    @Test
    void listensOnAFreePortUntilClosed() {
        ConsoleHouse house = new ConsoleHouse(folder);
        Browser browser = house.browser();

        assertThat(house.console.address().getPort()).isPositive();
        assertThat(browser.get("/health/live").statusCode()).isEqualTo(200);
        house.close();

        assertThatThrownBy(() -> browser.get("/health/live")).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void saysWhatToDoWhenTheAddressIsTaken() {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            int port = house.console.address().getPort();
            Console.Doors doors = new Console.Doors(house.hub, house.rooms, house.routes, house.users);

            assertThatThrownBy(() -> Console.start(
                            new ConsoleSettings("127.0.0.1", port),
                            doors,
                            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
                            house.clock))
                    .isInstanceOfSatisfying(ConsoleRefusedException.class, e -> {
                        assertThat(e.message(Messages.SWEDISH))
                                .contains("127.0.0.1:" + port)
                                .contains("console.port");
                        assertThat(e.message(Locale.ENGLISH)).contains("Nothing was started.");
                    });
        }
    }
}
