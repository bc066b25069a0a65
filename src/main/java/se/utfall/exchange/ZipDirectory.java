package se.utfall.exchange;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The central directory and the records after it (APPNOTE 4.3.12 to 4.3.16), against the entries that were read. A comment is passed over. */
final class ZipDirectory {
    private static final long CENTRAL = 0x02014b50L;
    private static final long END = 0x06054b50L;
    private static final long END64 = 0x06064b50L;
    private static final long LOCATOR = 0x07064b50L;
    private static final int NOT_HERE16 = 0xFFFF;
    private static final long NOT_HERE32 = 0xFFFF_FFFFL;
    private final ZipInput in;
    private final List<ZipHeader> read;

    ZipDirectory(ZipInput in, List<ZipHeader> read) {
        this.in = in;
        this.read = read;
    }

    /** Where the directory lies and how many it lists. */
    private record Place(long entries, long size, long offset) {
        boolean agrees(Place said, boolean mayPointElsewhere) {
            return (entries == said.entries || (mayPointElsewhere && said.entries == NOT_HERE16))
                    && (size == said.size || (mayPointElsewhere && said.size == NOT_HERE32))
                    && (offset == said.offset || (mayPointElsewhere && said.offset == NOT_HERE32));
        }
    }

    void check() throws IOException {
        long offset = in.position();
        List<ZipHeader> listed = new ArrayList<>();
        while (in.peek32(0) == CENTRAL && listed.size() <= read.size()) {
            in.skip(4);
            listed.add(ZipHeader.central(in));
        }
        listed.sort(Comparator.comparingLong(ZipHeader::offset));
        require(listed.equals(read));
        Place found = new Place(listed.size(), in.position() - offset, offset);
        boolean zip64 = in.peek32(0) == END64;
        if (zip64) {
            zip64(found);
        }
        end(found, zip64);
    }

    private void zip64(Place found) throws IOException {
        long record = in.position();
        in.skip(4);
        long length = in.u64();
        require(length >= 44 && length < 1 << 12);
        in.skip(12);
        long onThisDisk = in.u64();
        Place said = new Place(in.u64(), in.u64(), in.u64());
        in.skip((int) length - 44);
        require(onThisDisk == said.entries && found.agrees(said, false));
        require(in.u32() == LOCATOR);
        in.skip(4);
        require(in.u64() == record);
        in.skip(4);
    }

    private void end(Place found, boolean zip64) throws IOException {
        require(in.u32() == END);
        in.skip(4);
        int onThisDisk = in.u16();
        Place said = new Place(in.u16(), in.u32(), in.u32());
        require(onThisDisk == said.entries && found.agrees(said, zip64));
        in.skip(in.u16());
        require(in.atEnd());
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw Fault.ZIP_KATALOG.refusal();
        }
    }
}
