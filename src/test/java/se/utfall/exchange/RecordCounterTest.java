package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same counts as linkage's reading gives. In the table {@code ~} is a line feed, {@code ^} a return, {@code %} Ctrl-Z, {@code #} a quote. */
class RecordCounterTest {
    @ParameterizedTest(name = "[{0}] {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 0",
                "a;b | 0",
                "a;b~ | 0",
                "a;b~1;2 | 1",
                "a;b~1;2~ | 1",
                "a;b^~1;2^~ | 1",
                "a;b^~1;2^~^~ | 1",
                "a;b~1;2~~~ | 1",
                "a;b~~1;2~ | 2",
                "a;b~1;2~~3;4~ | 3",
                "a;b~1;#x~y#~2;3~ | 2",
                "a;b~1;#x##~##y#~2;3~ | 2",
                "a;b~1;x#y~2;3~ | 2",
                "a;b~#1#;2~#3#;#4# | 2",
                "a;b~;~ | 1",
                "a~##~ | 0",
                "a~##~1~ | 2",
                "a~# #~ | 1",
                "a~1~% | 1",
                "a~1% | 1",
                "a~1~%% | 2",
                "a~1~%~ | 2",
                "a~1~^% | 1",
                "a~^1~2~ | 2",
                "a~^ | 0",
                "a~^^~ | 1",
                "a;b~1;#~#;~2;3~ | 2",
                "a;b~1;#%# | 1",
                "a;b~1;## | 1"
            })
    void countsDataRecords(String file, long rows) {
        byte[] bytes = (file == null ? "" : file)
                .replace('~', '\n')
                .replace('^', '\r')
                .replace('%', '\u001A')
                .replace('#', '"')
                .getBytes(StandardCharsets.UTF_8);

        for (int piece = 1; piece <= bytes.length + 1; piece++) {
            RecordCounter counter = new RecordCounter();
            for (int at = 0; at < bytes.length; at += piece) {
                counter.add(bytes, at, Math.min(piece, bytes.length - at));
            }
            assertThat(counter.dataRecords()).as("in pieces of %d", piece).isEqualTo(rows);
        }
    }
}
