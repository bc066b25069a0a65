package se.utfall.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text decoded strictly (contract 0): an undecodable byte or a NUL refuses the file with its line, a UTF-8 BOM is skipped under UTF-8 and refuses
 * otherwise, one Ctrl-Z at the very end is dropped.
 */
final class StrictText extends Reader {
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final char CTRL_Z = 0x1A;
    private static final int BUFFER = 1 << 16;
    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).limit(0);
    private int line = 1;
    private boolean ended;

    private StrictText(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static StrictText open(InputStream in, Charset charset) throws IOException {
        PushbackInputStream source = new PushbackInputStream(in, BOM.length);
        byte[] start = source.readNBytes(BOM.length);
        if (!Arrays.equals(start, BOM)) {
            source.unread(start);
        } else if (!charset.equals(StandardCharsets.UTF_8)) {
            throw FileRefusedException.at(FileFault.BOM, 1);
        }
        return new StrictText(source, charset);
    }

    @Override
    public int read(char[] to, int offset, int length) throws IOException {
        while (available() == 0 && !(ended && !bytes.hasRemaining())) {
            refill();
        }
        int count = Math.min(length, available());
        chars.get(to, offset, count);
        return count == 0 && length > 0 ? -1 : count;
    }

    /** A Ctrl-Z that may be the last character waits until another follows it. */
    private int available() {
        int count = chars.remaining();
        return count > 0 && chars.get(chars.limit() - 1) == CTRL_Z ? count - 1 : count;
    }

    private void refill() throws IOException {
        more();
        chars.compact();
        int from = chars.position();
        CoderResult result = decoder.decode(bytes, chars, ended);
        count(from);
        chars.flip();
        if (result.isError()) {
            throw FileRefusedException.at(FileFault.TECKEN, line);
        }
    }

    private void more() throws IOException {
        if (!ended) {
            bytes.compact();
            int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended = got < 0;
            bytes.position(bytes.position() + Math.max(got, 0)).flip();
        }
    }

    private void count(int from) {
        for (int i = from; i < chars.position(); i++) {
            char c = chars.get(i);
            if (c == '\n') {
                line++;
            } else if (c == 0) {
                throw FileRefusedException.at(FileFault.NUL, line);
            }
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
