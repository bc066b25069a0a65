package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    @Test
    void agreesWithRfc4231() {
        KeyedHash hash = new KeyedHash("Jefe".getBytes(StandardCharsets.US_ASCII));

        byte[] mac = hash.of("what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(mac))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void givesTheSameInEveryThread() {
        KeyedHash hash = new KeyedHash(new byte[32]);

        long distinct = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> HexFormat.of().formatHex(hash.of(new byte[] {(byte) (i % 7)})))
                .distinct()
                .count();

        assertThat(distinct).isEqualTo(7);
    }
}
