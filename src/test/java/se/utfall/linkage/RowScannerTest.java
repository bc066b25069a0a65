package se.utfall.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.utfall.exchange.PackageRefusedException;

class RowScannerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a;b\n1;2\n",
                "a;b\r\n1;2\r\n",
                "a;b\n1;2",
                "a;b\r\n1;2\r\n\r\n\n",
                "a;b\n1;2\n\u001a",
                "a;b\n1;2\u001a"
            })
    void readsLineEndsBlankEndsAndCtrlZ(String text) throws IOException {
        assertThat(rows(text)).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void readsQuotesWithSeparatorsLineBreaksAndDoubledQuotes() throws IOException {
        assertThat(rows("\"a;\"\"b\"\"\";\"x\r\ny\";\"\"\n1;;2\n"))
                .containsExactly(List.of("a;\"b\"", "x\r\ny", ""), List.of("1", "", "2"));
    }

    @Test
    void countsABlankLineBeforeALaterRow() throws IOException {
        assertThat(rows("a;b\n\n\n1;2\n\n"))
                .containsExactly(List.of("a", "b"), List.of(), List.of(), List.of("1", "2"));
    }

    @Test
    void keepsAnEmptyLastFieldAndATrailingSeparatorAsFields() throws IOException {
        assertThat(rows("1;\n1;2;\n")).containsExactly(List.of("1", ""), List.of("1", "2", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;\"b\n", "a;b\"c\n", "a;\"b\"c\n", "\""})
    void refusesAQuoteOutOfBalance(String text) {
        assertThatThrownBy(() -> rows(text))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("CITAT"));
    }

    @Test
    void namesTheLineOfABadByte() {
        byte[] bytes = "a;b\n1;2\n1;\u00e5\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> rows(new ByteArrayInputStream(bytes)))
                .isInstanceOfSatisfying(PackageRefusedException.class, e -> {
                    assertThat(e.code()).isEqualTo("TECKEN");
                    assertThat(e.text()).contains("[t.csv]").contains("rad 3");
                });
    }

    @Test
    void refusesNul() {
        assertThatThrownBy(() -> rows("a;b\n1;\0\n"))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("NUL"));
    }

    @Test
    void refusesARecordWithoutEnd() {
        assertThatThrownBy(() -> rows("x".repeat((1 << 20) + 10)))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class, e -> assertThat(e.code()).isEqualTo("RADLANGD"));
    }

    @Test
    void readsTheSameWhereverTheBufferEnds() throws IOException {
        Random random = new Random(3);
        StringBuilder text = new StringBuilder();
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < 30_000; i++) {
            String field = "å".repeat(random.nextInt(9));
            text.append(i).append(i % 3 == 0 ? ";\"" + field + "\"\";\"\r\n" : ";" + field + "\n");
            expected.add(List.of(Integer.toString(i), i % 3 == 0 ? field + "\";" : field));
        }
        String all = text.toString();

        assertThat(rows(new Trickle(all, random))).isEqualTo(expected);
        assertThat(rows(all)).isEqualTo(expected);
    }

    /** Gives a few bytes at a time. */
    private static final class Trickle extends FilterInputStream {
        private final Random random;

        Trickle(String text, Random random) {
            super(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            this.random = random;
        }

        @Override
        public int read(byte[] b, int off, int len) throws IOException {
            return super.read(b, off, Math.min(len, 1 + random.nextInt(5_000)));
        }
    }

    private static List<List<String>> rows(String text) throws IOException {
        return rows(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<List<String>> rows(InputStream in) throws IOException {
        RowScanner scanner = new RowScanner(in, "t.csv");
        List<List<String>> rows = new ArrayList<>();
        while (scanner.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 0; i < scanner.fields(); i++) {
                row.add(scanner.text(i));
            }
            rows.add(row);
        }
        return rows;
    }
}
