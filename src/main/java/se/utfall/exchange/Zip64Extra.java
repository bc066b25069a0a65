package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The zip64 extra field (APPNOTE 4.5.3): those of plain size, compressed size and offset that did not fit in 32 bits, in that order. */
final class Zip64Extra {
    private static final int ID = 1;
    private static final long NOT_HERE = 0xFFFF_FFFFL;
    private final boolean present;
    private final List<Long> numbers = new ArrayList<>();
    private int used;

    /** @param extra all of an entry's extra fields */
    Zip64Extra(byte[] extra) throws IOException {
        ZipInput in = new ZipInput(new ByteArrayInputStream(extra));
        boolean found = false;
        while (!found && !in.atEnd()) {
            int id = in.u16();
            int length = in.u16();
            found = id == ID;
            if (found) {
                readNumbers(in, length / Long.BYTES);
            } else {
                in.skip(length);
            }
        }
        present = found;
    }

    private void readNumbers(ZipInput in, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            numbers.add(in.u64());
        }
    }

    boolean present() {
        return present;
    }

    /** The value itself, or the next of the field's when it did not fit. */
    long whole(long value) {
        if (value != NOT_HERE) {
            return value;
        }
        if (used == numbers.size()) {
            throw Fault.ZIP_FEL.refusal();
        }
        return numbers.get(used++);
    }
}
