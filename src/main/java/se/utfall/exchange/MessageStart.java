package se.utfall.exchange;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.PacketTags;
import org.bouncycastle.openpgp.PGPEncryptedDataList;

/**
 * The packets before the encrypted data (RFC 9580, 10.3). Read by hand, because here everything is still anybody's: few, small packets of definite length,
 * and the parser gets only session keys that it can take, so that a further recipient's newer kind of key does no harm.
 */
final class MessageStart {
    private static final int LARGEST_PACKET = 1 << 14;
    private static final int MOST_KEYS = 64;
    private final CipherSource in;
    private final ByteArrayOutputStream sessionKeys = new ByteArrayOutputStream();
    private int keys;

    private MessageStart(CipherSource in) {
        this.in = in;
    }

    /** Reads up to the encrypted data; its stream is {@code in}, further on. */
    static PGPEncryptedDataList read(CipherSource in) throws IOException {
        return new MessageStart(in).list();
    }

    private PGPEncryptedDataList list() throws IOException {
        int header = in.read();
        if (header < 0) {
            throw Fault.TOM.refusal();
        }
        if ((header & 0x80) == 0) {
            throw text(header);
        }
        boolean first = true;
        while (!isEncryptedData(tag(header), first)) {
            sessionKey(header, packet(header));
            header = next();
            first = false;
        }
        if (keys == 0) {
            throw Fault.FEL_MOTTAGARE.refusal();
        }
        byte[] start = start(header);
        PushbackInputStream message = new PushbackInputStream(in, start.length);
        message.unread(start);
        return in.parse(() -> new PGPEncryptedDataList((InputStream) message));
    }

    /** False for what may stand before the data; anything else refuses. */
    private static boolean isEncryptedData(int tag, boolean first) {
        return switch (tag) {
            case PacketTags.PUBLIC_KEY_ENC_SESSION,
                    PacketTags.SYMMETRIC_KEY_ENC_SESSION,
                    PacketTags.MARKER,
                    PacketTags.PADDING -> false;
            case PacketTags.SYM_ENC_INTEGRITY_PRO, PacketTags.AEAD_ENC_DATA -> true;
            case PacketTags.SYMMETRIC_KEY_ENC -> throw Fault.INTEGRITET_SAKNAS.refusal();
            case PacketTags.LITERAL_DATA,
                    PacketTags.COMPRESSED_DATA,
                    PacketTags.ONE_PASS_SIGNATURE,
                    PacketTags.SIGNATURE -> throw Fault.OKRYPTERAD.refusal();
            default -> throw (first ? Fault.INTE_OPENPGP : Fault.PAKETSTRUKTUR).refusal();
        };
    }

    private PackageRefusedException text(int first) throws IOException {
        byte[] start = new byte[64];
        start[0] = (byte) first;
        int length = 1 + in.readNBytes(start, 1, start.length - 1);
        String text = new String(start, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("PK\u0003\u0004")) {
            return Fault.OKRYPTERAD.refusal();
        }
        return (text.stripLeading().startsWith("-----BEGIN PGP") ? Fault.ARMERAD : Fault.INTE_OPENPGP).refusal();
    }

    private void sessionKey(int header, byte[] body) {
        if (tag(header) != PacketTags.PUBLIC_KEY_ENC_SESSION) {
            return;
        }
        if (++keys > MOST_KEYS) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
        byte[] packet = newFormat(body);
        try (BCPGInputStream one = new BCPGInputStream(new ByteArrayInputStream(packet))) {
            one.readPacket();
            sessionKeys.writeBytes(packet);
        } catch (IOException | RuntimeException e) {
            return; // somebody else's, of a kind that is not known here
        }
    }

    private byte[] packet(int header) throws IOException {
        long length = (header & 0x40) == 0 ? oldLength(header & 3) : newLength();
        if (length > LARGEST_PACKET) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
        byte[] body = in.readNBytes((int) length);
        if (body.length < length) {
            throw Fault.AVKORTAD.refusal();
        }
        return body;
    }

    private long oldLength(int type) throws IOException {
        return switch (type) {
            case 0 -> number(1);
            case 1 -> number(2);
            case 2 -> number(4);
            default -> throw Fault.PAKETSTRUKTUR.refusal();
        };
    }

    private long newLength() throws IOException {
        int first = next();
        if (first < 192) {
            return first;
        }
        if (first < 224) {
            return ((first - 192L) << 8) + next() + 192;
        }
        if (first < 255) {
            throw Fault.PAKETSTRUKTUR.refusal();
        }
        return number(4);
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    private int next() throws IOException {
        int b = in.read();
        if (b < 0) {
            throw Fault.AVKORTAD.refusal();
        }
        return b;
    }

    private byte[] start(int header) {
        sessionKeys.write(header);
        return sessionKeys.toByteArray();
    }

    private static byte[] newFormat(byte[] body) {
        ByteArrayOutputStream packet = new ByteArrayOutputStream(body.length + 6);
        packet.write(0xC0 | PacketTags.PUBLIC_KEY_ENC_SESSION);
        packet.write(255);
        for (int shift = 24; shift >= 0; shift -= 8) {
            packet.write(body.length >> shift);
        }
        packet.writeBytes(body);
        return packet.toByteArray();
    }

    private static int tag(int header) {
        return (header & 0x40) == 0 ? (header & 0x3f) >> 2 : header & 0x3f;
    }
}
