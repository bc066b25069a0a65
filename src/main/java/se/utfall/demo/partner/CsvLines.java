package se.utfall.demo.partner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small file of the hub's as lines of fields. No value there needs quotes, so none is taken. */
final class CsvLines {
    private CsvLines() {}

    /** Takes one line's fields; the line's number counts the header as 1. */
    @FunctionalInterface
    interface Taker {
        void take(int line, String[] fields) throws RefusedException;
    }

    static void read(String file, byte[] content, List<String> header, Taker taker) throws RefusedException {
        String[] lines = text(file, content).split("\r?\n", -1);
        int count = lines[lines.length - 1].isEmpty() ? lines.length - 1 : lines.length;
        if (count == 0 || !lines[0].equals(String.join(";", header))) {
            throw new RefusedException("RUBRIK", file + ": rubrikraden ska vara " + String.join(";", header) + ".");
        }
        for (int i = 1; i < count; i++) {
            String[] fields = lines[i].split(";", -1);
            if (fields.length != header.size()) {
                throw new RefusedException("FALT", file + " rad " + (i + 1) + ": fel antal fält.");
            }
            taker.take(i + 1, fields);
        }
    }

    private static String text(String file, byte[] content) throws RefusedException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RefusedException("TECKEN", file + ": filen är inte UTF-8.");
        }
    }
}
