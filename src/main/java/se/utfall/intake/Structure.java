package se.utfall.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What refuses a whole file before any row is judged: its text, its header, its number of rows. */
final class Structure {
    private Structure() {}

    /** Reads the file from end to end; a {@link FileRefusedException} says what does not hold. */
    static void check(Path file, Charset charset, Layout layout, BlockList blocked, int rows) {
        try (CsvRows records = CsvRows.open(new BufferedInputStream(Files.newInputStream(file)), charset)) {
            header(records, layout, blocked);
            int count = 0;
            while (records.hasNext()) {
                records.next();
                count++;
            }
            if (count != rows) {
                throw FileRefusedException.counted(FileFault.RADANTAL, count);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a file could not be read", e);
        }
    }

    private static void header(CsvRows records, Layout layout, BlockList blocked) {
        CsvRow first = records.hasNext() ? records.next() : new CsvRow(1, List.of(), 0);
        List<String> found = first.values();
        for (String name : found) {
            blocked.wordIn(name).ifPresent(word -> {
                throw FileRefusedException.in(FileFault.FUNKTIONSNEDSATTNING, 1, word);
            });
        }
        List<String> names = layout.names();
        for (int i = 0; i < names.size(); i++) {
            if (i >= found.size() || !found.get(i).equals(names.get(i))) {
                throw FileRefusedException.in(FileFault.RUBRIK, 1, names.get(i));
            }
        }
        if (found.size() > names.size() || first.trimmed() > 0) {
            throw FileRefusedException.at(FileFault.RUBRIK, 1);
        }
    }
}
