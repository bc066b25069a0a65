package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PackedLongsTest {
    @Test
    void keepsMissingApartFromZeroThroughEveryWidth() {
        PackedLongs packed = new PackedLongs(6);
        long[] values = {0, -1, 200, -40_000, 5_000_000_000L};
        for (int i = 0; i < values.length; i++) {
            packed.set(i, values[i]);
        }

        for (int i = 0; i < values.length; i++) {
            assertThat(packed.get(i)).isEqualTo(values[i]);
        }
        assertThat(packed.get(5)).isEqualTo(PackedLongs.MISSING);
        assertThat(packed.width()).isEqualTo(8);
    }

    @Test
    void usesTheNarrowestWidth() {
        PackedLongs packed = new PackedLongs(2);
        packed.set(0, 127);
        assertThat(packed.width()).isEqualTo(2 / 2);
        packed.set(0, 128);
        assertThat(packed.width()).isEqualTo(2);
        packed.set(1, 40_000);
        assertThat(packed.width()).isEqualTo(4);
        assertThat(packed.get(0)).isEqualTo(128);
    }

    @Test
    void readsWhatItWrote() {
        Random random = new Random(1);
        PackedLongs packed = new PackedLongs(100);
        byte[] bytes = new byte[100 * 4];
        for (int i = 0; i < 100; i++) {
            packed.set(i, i % 7 == 0 ? PackedLongs.MISSING : random.nextInt(2_000_000) - 1_000_000);
        }
        int at = 0;
        for (int i = 0; i < 100; i++) {
            at = packed.write(i, bytes, at);
        }

        for (int i = 0; i < 100; i++) {
            assertThat(PackedLongs.read(bytes, i * packed.width(), packed.width()))
                    .isEqualTo(packed.get(i));
        }
    }
}
