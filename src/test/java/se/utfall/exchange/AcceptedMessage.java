package se.utfall.exchange;

import static se.utfall.exchange.Samples.BY;
import static se.utfall.exchange.Samples.CONTENT;
import static se.utfall.exchange.Samples.GOOD;
import static se.utfall.exchange.Samples.SCB;
import static se.utfall.exchange.Samples.SIGNED;
import static se.utfall.exchange.Samples.signedAt;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.CompressionAlgorithmTags;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import se.utfall.exchange.Packets.To;

/** A message that the contract lets a partner send. */
record AcceptedMessage(String name, Supplier<byte[]> message) {
    private static final byte[] MARKER = {(byte) 0xCA, 3, 'P', 'G', 'P'};

    static Stream<AcceptedMessage> all() {
        List<AcceptedMessage> all = new ArrayList<>();
        add(all, "RSA", () -> GOOD);
        add(all, "empty content", () -> Packets.message(new byte[0], SCB));
        add(all, "AES-128", () -> Packets.encrypted(SIGNED, To.hub().cipher(SymmetricKeyAlgorithmTags.AES_128)));
        add(all, "AES-192", () -> Packets.encrypted(SIGNED, To.hub().cipher(SymmetricKeyAlgorithmTags.AES_192)));
        add(
                all,
                "SHA-512",
                () -> Packets.encrypted(Packets.signed(CONTENT, BY.hash(HashAlgorithmTags.SHA512)), To.hub()));
        add(all, "hidden recipients", () -> Packets.encrypted(SIGNED, toBoth().hiding()));
        add(all, "further recipients", () -> Packets.encrypted(SIGNED, toBoth()));
        add(all, "a further recipient of an unknown kind", () -> Packets.concat(unknownRecipient(), GOOD));
        add(all, "marker first", () -> Packets.concat(MARKER, GOOD));
        add(all, "marker inside", () -> Packets.encrypted(Packets.concat(MARKER, SIGNED), To.hub()));
        add(all, "literal name", () -> Packets.encrypted(named(), To.hub()));
        add(all, "signed 29 days ago", () -> signedAt(-29 * 86_400));
        add(all, "signed 59 minutes ahead", () -> signedAt(59 * 60));
        for (int algorithm : new int[] {
            CompressionAlgorithmTags.UNCOMPRESSED,
            CompressionAlgorithmTags.ZIP,
            CompressionAlgorithmTags.ZLIB,
            CompressionAlgorithmTags.BZIP2
        }) {
            add(
                    all,
                    "compression " + algorithm,
                    () -> Packets.encrypted(Packets.compressed(algorithm, SIGNED), To.hub()));
        }
        return all.stream();
    }

    private static void add(List<AcceptedMessage> all, String name, Supplier<byte[]> message) {
        all.add(new AcceptedMessage(name, message));
    }

    @Override
    public String toString() {
        return name;
    }

    private static To toBoth() {
        return To.keys(
                TestKeys.encryption(TestKeys.SCB),
                TestKeys.encryption(TestKeys.IFAU),
                TestKeys.encryption(TestKeys.AMF));
    }

    private static byte[] unknownRecipient() {
        byte[] packet = new byte[2 + 12];
        packet[0] = (byte) 0xC1;
        packet[1] = 12;
        packet[2] = 3;
        packet[11] = 77;
        return packet;
    }

    private static byte[] named() {
        return Packets.concat(
                Packets.announced(BY), Packets.literal(CONTENT, "svar.zip"), Packets.signature(CONTENT, BY));
    }
}
