package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PseudonymCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private final Random random = new Random(7);

    @Test
    void agreesWithAPublishedExampleOfMod37_36() {
        assertThat(PseudonymCode.check("A12425GABC1234002")).isEqualTo('M');
    }

    @Test
    void writes29CharactersOfVersionHashAndCheck() {
        String zeros = PseudonymCode.of(1, new byte[32]);
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);

        assertThat(zeros).hasSize(29).startsWith("01" + "0".repeat(26));
        assertThat(PseudonymCode.of(12, ones)).hasSize(29).startsWith("12" + "Z".repeat(26));
        assertThat(PseudonymCode.valid(zeros)).isTrue();
    }

    @Test
    void usesExactlyTheFirst130Bits() {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        for (int bit = 0; bit < hash.length * 8; bit++) {
            byte[] flipped = hash.clone();
            flipped[bit / 8] ^= (byte) (0x80 >> bit % 8);
            boolean same = PseudonymCode.of(1, flipped).equals(PseudonymCode.of(1, hash));
            assertThat(same).as("bit %d", bit).isEqualTo(bit >= 130);
        }
    }

    @Test
    void findsEverySingleWrongCharacter() {
        String code = code();
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                char wrong = ALPHABET.charAt(j);
                if (wrong != code.charAt(i)) {
                    String damaged = code.substring(0, i) + wrong + code.substring(i + 1);
                    assertThat(PseudonymCode.valid(damaged))
                            .as("position %d", i)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void findsNearlyEveryTransposition() {
        int tried = 0;
        int found = 0;
        for (int n = 0; n < 2_000; n++) {
            String code = code();
            for (int i = 2; i < code.length() - 1; i++) {
                char[] swapped = code.toCharArray();
                swapped[i] = code.charAt(i + 1);
                swapped[i + 1] = code.charAt(i);
                if (swapped[i] != swapped[i + 1]) {
                    tried++;
                    found += PseudonymCode.valid(new String(swapped)) ? 0 : 1;
                }
            }
        }
        assertThat(found).isGreaterThan(tried * 99 / 100);
    }

    private String code() {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return PseudonymCode.of(1, hash);
    }
}
