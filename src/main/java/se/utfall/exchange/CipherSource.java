package se.utfall.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.bouncycastle.openpgp.PGPException;
import org.jspecify.annotations.Nullable;

/** The file's bytes, buffered. Knows what a parser's exception does not tell: whether the disk failed (no fault of the package) or the file just ended. */
final class CipherSource extends InputStream {
    private static final int BUFFER = 1 << 16;
    private final InputStream in;
    private @Nullable IOException failure;
    private boolean ended;

    CipherSource(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** A step of parsing; throws whatever the library throws at malformed packets. */
    @FunctionalInterface
    interface Step<T> {
        T run() throws IOException, PGPException;
    }

    /** Turns what malformed packets make the library throw into a refusal; a failing disk stays an {@link IOException}. */
    <T> T parse(Step<T> step) throws IOException {
        try {
            return step.run();
        } catch (PackageRefusedException e) {
            throw e;
        } catch (IOException | PGPException | RuntimeException e) {
            if (failure != null) {
                throw failure;
            }
            throw (ended ? Fault.AVKORTAD : Fault.PAKETSTRUKTUR).refusal();
        }
    }

    /** Whether somebody read past the last byte. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        try {
            int b = in.read();
            ended |= b < 0;
            return b;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] b, int offset, int length) throws IOException {
        try {
            int read = in.read(b, offset, length);
            ended |= read < 0;
            return read;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }
}
