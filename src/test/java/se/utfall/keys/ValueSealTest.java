package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ValueSealTest {
    private static final byte[] PLAIN = "value".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = "person/1".getBytes(StandardCharsets.UTF_8);
    private final ValueSeal seal = new ValueSeal(new byte[32]);

    @Test
    void opensWhatItSealed() {
        byte[] sealed = seal.seal(PLAIN, CONTEXT);

        assertThat(sealed).hasSize(12 + PLAIN.length + 16);
        assertThat(seal.open(sealed, CONTEXT)).isEqualTo(PLAIN);
        assertThat(seal.open(seal.seal(new byte[0], CONTEXT), CONTEXT)).isEmpty();
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(seal.seal(PLAIN, CONTEXT)).isNotEqualTo(seal.seal(PLAIN, CONTEXT));
    }

    @Test
    void refusesEveryAlteredByteAndEveryCut() {
        byte[] sealed = seal.seal(PLAIN, CONTEXT);

        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            byte[] cut = Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> seal.open(altered, CONTEXT)).isInstanceOf(SealBrokenException.class);
            assertThatThrownBy(() -> seal.open(cut, CONTEXT)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void refusesAnotherContextAndAnotherKey() {
        byte[] sealed = seal.seal(PLAIN, CONTEXT);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        assertThatThrownBy(() -> seal.open(sealed, PLAIN)).isInstanceOf(SealBrokenException.class);
        assertThatThrownBy(() -> new ValueSeal(otherKey).open(sealed, CONTEXT)).isInstanceOf(SealBrokenException.class);
    }
}
