package se.utfall.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Hashes and counts what is read, beside the reader. A reader's closing closes nothing: the next file comes from the same stream. */
final class InspectedFile extends FilterInputStream {
    private static final int BUFFER = 1 << 14;
    private final MessageDigest digest = Digesting.sha256();
    private final RecordCounter counter = new RecordCounter();
    private final Aside inspecting = new Aside(this::inspect);

    InspectedFile(InputStream in) {
        super(in);
    }

    private void inspect(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
        counter.add(bytes, offset, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        int n = in.read(b, offset, length);
        if (n > 0) {
            inspecting.update(b, offset, n);
        }
        return n;
    }

    @Override
    public long skip(long n) throws IOException {
        return readNBytes((int) Math.min(n, BUFFER)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() {
        // see above
    }

    /** Reads what the reader left; then hash and count are those of the whole file. */
    void finish() throws IOException {
        byte[] buffer = new byte[BUFFER];
        int n;
        do {
            n = read(buffer, 0, buffer.length);
        } while (n >= 0);
        inspecting.finish();
    }

    void release() {
        inspecting.close();
    }

    /** To be asked once. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    long rows() {
        return counter.dataRecords();
    }
}
