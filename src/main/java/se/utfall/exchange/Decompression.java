package se.utfall.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bouncycastle.apache.bzip2.CBZip2InputStream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.openpgp.PGPCompressedData;

/** The inside of an OpenPGP compressed packet (RFC 9580, 5.6), held to the ratio while it is read. */
final class Decompression extends InputStream {
    private final Counted compressed;
    private final InputStream plain;
    private final Limits limits;
    private long read;

    Decompression(PGPCompressedData packet, Limits limits) throws IOException {
        this.compressed = new Counted(packet.getInputStream());
        this.plain = plain(packet.getAlgorithm(), compressed);
        this.limits = limits;
    }

    private static InputStream plain(int algorithm, InputStream compressed) throws IOException {
        return switch (algorithm) {
            case CompressionAlgorithmTags.UNCOMPRESSED -> compressed;
            case CompressionAlgorithmTags.ZIP -> new InflaterInputStream(compressed, new Inflater(true), 1 << 15);
            case CompressionAlgorithmTags.ZLIB -> new InflaterInputStream(compressed, new Inflater(), 1 << 15);
            case CompressionAlgorithmTags.BZIP2 -> new CBZip2InputStream(compressed);
            default -> throw Fault.KOMPRESSION.refusal();
        };
    }

    @Override
    public int read() throws IOException {
        int b = plain.read();
        count(b < 0 ? b : 1);
        return b;
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        int n = plain.read(b, offset, length);
        count(n);
        return n;
    }

    private void count(int n) {
        read += Math.max(n, 0);
        boolean bomb = n < 0 ? limits.isBomb(read, compressed.read) : limits.isBombAlready(read, compressed.read);
        if (bomb) {
            throw Fault.KOMPRESSIONSBOMB.refusal();
        }
    }

    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            read += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] b, int offset, int length) throws IOException {
            int n = in.read(b, offset, length);
            read += Math.max(n, 0);
            return n;
        }
    }
}
