package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import se.utfall.SettableClock;

class AttemptsTest {
    private final SettableClock clock = new SettableClock(Pictures.NOW);
    private final Attempts attempts = new Attempts(clock);

    @Test
    void letsNoMoreThroughAtOnceThanOneByOne() {
        long begun = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> attempts.begin("olga", "192.0.2.1"))
                .filter(Optional::isEmpty)
                .count();

        assertThat(begun).isEqualTo(5);
    }

    @Test
    void doublesTheWaitUpToAQuarterOfAnHour() {
        fail(5);

        assertThat(waitThenFail()).isEqualTo(Duration.ofSeconds(30));
        assertThat(waitThenFail()).isEqualTo(Duration.ofSeconds(60));
        assertThat(waitThenFail()).isEqualTo(Duration.ofMinutes(2));
        assertThat(waitThenFail()).isEqualTo(Duration.ofMinutes(4));
        assertThat(waitThenFail()).isEqualTo(Duration.ofMinutes(8));
        assertThat(waitThenFail()).isEqualTo(Duration.ofMinutes(15));
        assertThat(waitThenFail()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void beginsAnewAfterASuccess() {
        fail(4);

        attempts.succeeded("olga", "192.0.2.1");
        fail(4);

        assertThat(attempts.begin("olga", "192.0.2.1")).isEmpty();
    }

    @Test
    void forgetsAfterAnHour() {
        fail(4);

        clock.advance(Duration.ofMinutes(61));
        fail(4);

        assertThat(attempts.begin("olga", "192.0.2.1")).isEmpty();
    }

    @Test
    void tellsTheFirstRefusalOfAWaitFromTheRest() {
        fail(5);

        assertThat(attempts.begin("olga", "192.0.2.1").orElseThrow().first()).isTrue();
        assertThat(attempts.begin("olga", "192.0.2.1").orElseThrow().first()).isFalse();
    }

    @Test
    void letsOthersFromElsewhereIn() {
        fail(5);

        assertThat(attempts.begin("rut", "192.0.2.2")).isEmpty();
        assertThat(attempts.begin("rut", "192.0.2.1")).isPresent();
        assertThat(attempts.begin("olga", "192.0.2.2")).isPresent();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(attempts.begin("olga", "192.0.2.1")).isEmpty();
        }
    }

    private Duration waitThenFail() {
        Duration wait = Duration.between(
                clock.instant(),
                attempts.begin("olga", "192.0.2.1").orElseThrow().until());
        clock.advance(wait.minusSeconds(1));
        assertThat(attempts.begin("olga", "192.0.2.1")).isPresent();
        clock.advance(Duration.ofSeconds(1));
        fail(1);
        return wait;
    }
}
