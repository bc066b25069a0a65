package se.utfall.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZipReadingTest {
    private static final String ONE = "lopnr;period\n1;2026-01\n";
    private static final String TWO = two();

    /** Signatures, and beginnings of some, all over. */
    private static String two() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append(i * 7919 % 5_003).append(" P PK PK\u0003\u0004 PK\u0007\b åäö\n");
        }
        return text.toString();
    }

    static Stream<Arguments> accepted() {
        Map<String, byte[]> cases = new LinkedHashMap<>();
        cases.put("stored", Zips.of(Zips.stored("a", ONE), Zips.stored("b", TWO)));
        cases.put("deflated", Zips.of(Zips.deflated("a", ONE), Zips.deflated("b", TWO)));
        cases.put("empty files", Zips.of(Zips.stored("a", ""), Zips.deflated("b", "")));
        cases.put("zip64 headers", Zips.of(zip64(Zips.stored("a", ONE)), zip64(Zips.deflated("b", TWO))));
        for (int size : new int[] {4, 8}) {
            cases.put("deflated, signed descriptor of " + size, Zips.of(Zips.deflated("a", ONE).described(size, true), Zips.deflated("b", TWO).described(size, true)));
            cases.put("deflated, bare descriptor of " + size, Zips.of(Zips.deflated("a", ONE).described(size, false), Zips.deflated("b", TWO).described(size, false)));
            cases.put("stored, descriptor of " + size, Zips.of(Zips.stored("a", ONE).described(size, true), Zips.stored("b", TWO).described(size, true)));
        }
        cases.put("zip64 header, descriptor", Zips.of(zip64(Zips.deflated("a", ONE).described(8, true)), Zips.stored("b", TWO)));
        cases.put("zip64 end", end(z -> z.zip64End = true));
        cases.put("comment", end(z -> z.comment = "hej"));
        cases.put("java.util.zip", java());
        return cases.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    private static Zips.Entry zip64(Zips.Entry entry) {
        entry.zip64 = true;
        return entry;
    }

    private static byte[] end(Consumer<Zips> change) {
        Zips zip = new Zips().add(Zips.deflated("a", ONE)).add(Zips.stored("b", TWO));
        change.accept(zip);
        return zip.bytes();
    }

    private static byte[] java() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a"));
            zip.write(ONE.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("b"));
            zip.write(TWO.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void reads(String name, byte[] zip) throws IOException {
        Map<String, String> read = read(new ByteArrayInputStream(zip));

        assertThat(read.keySet()).containsExactly("a", "b");
        if (name.startsWith("empty")) {
            assertThat(read.values()).containsOnly("");
        } else {
            assertThat(read.values()).containsExactly(ONE, TWO);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("accepted")
    void readsWhateverTheLengthOfTheStreamsPieces(String name, byte[] zip) throws IOException {
        Random random = new Random(7);
        InputStream pieces = new java.io.FilterInputStream(new ByteArrayInputStream(zip)) {
            @Override
            public int read(byte[] b, int offset, int length) throws IOException {
                return super.read(b, offset, Math.min(length, 1 + random.nextInt(700)));
            }
        };

        assertThat(read(pieces)).as(name).hasSize(2);
    }

    static Stream<Arguments> refused() {
        Map<String, Object[]> cases = new LinkedHashMap<>();
        byte[] good = Zips.of(Zips.deflated("a", ONE), Zips.stored("b", TWO));
        put(cases, "nothing", Fault.ZIP_FEL, new byte[0]);
        put(cases, "no zip", Fault.ZIP_FEL, "lopnr;period\n".getBytes(StandardCharsets.US_ASCII));
        put(cases, "empty zip", Fault.ZIP_FEL, Zips.of());
        put(cases, "something before", Fault.ZIP_FEL, Packets.concat(new byte[] {1}, good));
        put(cases, "something after", Fault.ZIP_KATALOG, Packets.concat(good, new byte[] {1}));
        put(cases, "cut in the data", Fault.ZIP_FEL, Arrays.copyOf(good, 80));
        put(cases, "cut in the directory", Fault.ZIP_FEL, Arrays.copyOf(good, good.length - 30));
        put(cases, "cut before the end", Fault.ZIP_FEL, Arrays.copyOf(good, good.length - 1));
        put(cases, "something between", Fault.ZIP_KATALOG, entry(e -> e.after = new byte[] {0, 0}));
        put(cases, "encrypted", Fault.ZIP_KRYPTERAD, entry(e -> e.flags |= 1));
        put(cases, "AES", Fault.ZIP_KRYPTERAD, entry(e -> e.method = 99));
        put(cases, "strongly encrypted", Fault.ZIP_KRYPTERAD, entry(e -> e.flags |= 64));
        put(cases, "bzip2", Fault.ZIP_METOD, entry(e -> e.method = 12));
        put(cases, "deflate64", Fault.ZIP_METOD, entry(e -> e.method = 9));
        put(cases, "folder", Fault.ZIP_MAPP, Zips.of(Zips.stored("a/", "")));
        put(cases, "file in a folder", Fault.ZIP_MAPP, Zips.of(Zips.stored("a/b", ONE)));
        put(cases, "path upwards", Fault.ZIP_MAPP, Zips.of(Zips.stored("../a", ONE)));
        put(cases, "path of Windows", Fault.ZIP_MAPP, Zips.of(Zips.stored("..\\a", ONE)));
        put(cases, "odd name", Fault.ZIP_FEL, Zips.of(Zips.stored("å", ONE)));
        put(cases, "no name", Fault.ZIP_FEL, Zips.of(Zips.stored("", ONE)));
        put(cases, "the same name twice", Fault.ZIP_DUBBLETT, Zips.of(Zips.stored("a", ONE), Zips.stored("a", TWO)));
        put(cases, "65 entries", Fault.ZIP_FLERA_POSTER, many(65));
        put(cases, "CRC", Fault.ZIP_FEL, entry(e -> e.crc ^= 1));
        put(cases, "size in the header", Fault.ZIP_FEL, entry(e -> e.plainSize++));
        put(cases, "compressed size in the header", Fault.ZIP_FEL, entry(e -> e.localCompressed = 5));
        put(cases, "broken deflate", Fault.ZIP_FEL, entry(e -> e.data[2] ^= 0x55));
        put(cases, "CRC in the descriptor", Fault.ZIP_FEL, entry(e -> e.described(4, true).crc ^= 1));
        put(cases, "size in the descriptor", Fault.ZIP_FEL, entry(e -> e.described(4, true).plainSize++));
        put(cases, "other name in the directory", Fault.ZIP_KATALOG, entry(e -> e.centralName = "c"));
        put(cases, "other size in the directory", Fault.ZIP_KATALOG, entry(e -> e.centralPlain++));
        put(cases, "other CRC in the directory", Fault.ZIP_KATALOG, entry(e -> e.centralCrc ^= 1));
        put(cases, "other number of entries", Fault.ZIP_KATALOG, end(z -> z.entriesSaid = 1));
        put(cases, "an entry hidden in another", Fault.ZIP_KATALOG, hidden());
        put(cases, "a descriptor of its own making", Fault.ZIP_KATALOG, selfDescribed());
        put(cases, "bomb", Fault.ZIP_BOMB, Zips.of(Zips.deflated("a", new byte[1_000_000])));
        put(cases, "large bomb", Fault.ZIP_BOMB, Zips.of(Zips.deflated("a", new byte[40_000_000])));
        put(cases, "too large", Fault.ZIP_FOR_STOR, large());
        return cases.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()[0], e.getValue()[1]));
    }

    private static void put(Map<String, Object[]> cases, String name, Fault fault, byte[] zip) {
        cases.put(name, new Object[] {fault, zip});
    }

    private static byte[] entry(Consumer<Zips.Entry> change) {
        Zips.Entry entry = Zips.deflated("a", ONE);
        change.accept(entry);
        return Zips.of(entry);
    }

    private static byte[] many(int count) {
        Zips zip = new Zips();
        for (int i = 0; i < count; i++) {
            zip.add(Zips.stored("f" + i, ONE));
        }
        return zip.bytes();
    }

    /** A second archive inside the first one's stored entry, with the directory pointing into it: readers of the directory see another content. */
    private static byte[] hidden() {
        Zips inner = new Zips().add(Zips.stored("a", "other"));
        byte[] inside = inner.bytes();
        Zips.Entry carrier = Zips.stored("b", new String(inside, StandardCharsets.ISO_8859_1));
        Zips zip = new Zips().add(carrier);
        byte[] bytes = zip.bytes();
        int central = lastIndexOf(bytes, new byte[] {'P', 'K', 1, 2});
        bytes[central + 42] = 31;
        return bytes;
    }

    private static int lastIndexOf(byte[] bytes, byte[] what) {
        for (int i = bytes.length - what.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + what.length, what, 0, what.length)) {
                return i;
            }
        }
        throw new IllegalStateException();
    }

    /** Content that holds the descriptor of its own beginning. */
    private static byte[] selfDescribed() {
        Zips.Entry beginning = Zips.stored("x", "beginning").described(4, true);
        byte[] alone = new Zips().add(beginning).bytes();
        byte[] withDescriptor = Arrays.copyOfRange(alone, 31, 31 + 9 + 16);
        Zips.Entry whole = new Zips.Entry("a", Packets.concat(withDescriptor, Zips.of(Zips.stored("c", "x"))), false);
        return new Zips().add(whole.described(4, true)).bytes();
    }

    private static byte[] large() {
        byte[] noise = new byte[1_500_000];
        new Random(3).nextBytes(noise);
        return Zips.of(Zips.deflated("a", noise), Zips.deflated("b", noise));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refused")
    void refuses(String name, Fault fault, byte[] zip) {
        Limits limits = new Limits(name.startsWith("large") ? 1L << 40 : 2_000_000, 200);

        assertThatThrownBy(() -> read(new ByteArrayInputStream(zip), limits))
                .as(name)
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.code()).isEqualTo(fault.name()));
    }

    @Test
    void reads64Entries() throws IOException {
        assertThat(read(new ByteArrayInputStream(many(64)))).hasSize(64);
    }

    @Test
    void neverFailsOtherwiseThanByRefusal() {
        byte[] good = Zips.of(Zips.deflated("a", ONE).described(4, true), zip64(Zips.stored("b", ONE)));
        for (int place = 0; place < good.length; place++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = good.clone();
                altered[place] ^= (byte) (1 << bit);
                try {
                    read(new ByteArrayInputStream(altered));
                } catch (PackageRefusedException e) {
                    continue;
                } catch (IOException | RuntimeException e) {
                    throw new AssertionError("bit " + bit + " of byte " + place, e);
                }
            }
        }
    }

    private static Map<String, String> read(InputStream zip) throws IOException {
        return read(zip, new Limits(2_000_000, 200));
    }

    private static Map<String, String> read(InputStream in, Limits limits) throws IOException {
        ZipReading zip = new ZipReading(in, limits);
        Map<String, String> read = new LinkedHashMap<>();
        for (Optional<ZipReading.Entry> next = zip.next(); next.isPresent(); next = zip.next()) {
            read.put(
                    next.get().name(),
                    new String(next.get().content().readAllBytes(), StandardCharsets.UTF_8));
        }
        return read;
    }
}
