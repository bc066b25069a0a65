package se.utfall.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a zip front to back in constant memory. Strict where the format lets an archive mean two things: entries lie one after the other from the first byte,
 * what was read must be what headers, data descriptors and, at the end, the central directory say, and nothing follows it.
 */
final class ZipReading {
    private static final long LOCAL = 0x04034b50L;
    private static final int MOST_ENTRIES = 64;
    private final ZipInput in;
    private final Limits limits;
    private final List<ZipHeader> entries = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private long plain;

    ZipReading(InputStream zip, Limits limits) {
        this.in = new ZipInput(zip);
        this.limits = limits;
    }

    /** An entry; its content must be read to the end before the next is asked for. */
    record Entry(String name, InputStream content) {}

    /** Empty when the entries end; then the directory has been read to the zip's last byte and agrees. */
    Optional<Entry> next() throws IOException {
        long offset = in.position();
        if (in.peek32(0) != LOCAL) {
            if (entries.isEmpty()) {
                throw Fault.ZIP_FEL.refusal();
            }
            new ZipDirectory(in, entries).check();
            return Optional.empty();
        }
        in.skip(4);
        ZipHeader header = ZipHeader.local(in, offset);
        if (entries.size() == MOST_ENTRIES) {
            throw Fault.ZIP_FLERA_POSTER.refusal(MOST_ENTRIES);
        }
        if (!names.add(header.name())) {
            throw Fault.ZIP_DUBBLETT.refusal(header.name());
        }
        return Optional.of(new Entry(header.name(), new ZipContent(in, header, this)));
    }

    /** Counts what was read, against the limits. */
    void count(ZipHeader header, long entryCompressed, long entryPlain, int more) {
        plain += more;
        if (plain > limits.maxBytes()) {
            throw Fault.ZIP_FOR_STOR.refusal(limits.maxBytes());
        }
        if (limits.isBombAlready(entryPlain, entryCompressed)) {
            throw bomb(header);
        }
    }

    /** The entry as it was read, to be compared with the directory. */
    void done(ZipHeader found) {
        if (limits.isBomb(found.plain(), found.compressed())) {
            throw bomb(found);
        }
        entries.add(found);
    }

    private PackageRefusedException bomb(ZipHeader header) {
        return Fault.ZIP_BOMB.refusal(header.name(), limits.maxRatio());
    }
}
