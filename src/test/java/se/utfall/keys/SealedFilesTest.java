package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedFilesTest {
    private static final SecretId ORDER = SecretId.order("SCB-2026-001");
    private static final SecretId OTHER = SecretId.order("SCB-2026-002");
    private static final String OBJECT = "population";
    private static final int SEGMENT = 1 << 16;

    @TempDir
    Path temp;

    private SecretStore secrets;
    private SealedFiles files;
    private Path file;
    private final byte[] content = new byte[3 * SEGMENT + 17];

    @BeforeEach
    void open() {
        secrets = Stores.open(temp.resolve("secrets"));
        secrets.ensure(ORDER);
        secrets.ensure(OTHER);
        files = new SealedFiles(secrets);
        file = temp.resolve("a.sealed");
        new Random(1).nextBytes(content);
    }

    private void write(byte[] bytes) throws IOException {
        files.write(file, ORDER, OBJECT, 1, out -> out.write(bytes));
    }

    private byte[] read(SecretId secret, String object, int version) throws IOException {
        try (InputStream in = files.read(file, secret, object, version)) {
            return in.readAllBytes();
        }
    }

    @Test
    void readsBackWhatWasWritten() throws IOException {
        for (int length : new int[] {0, 1, SEGMENT - 1, SEGMENT, content.length}) {
            write(Arrays.copyOf(content, length));

            assertThat(read(ORDER, OBJECT, 1)).isEqualTo(Arrays.copyOf(content, length));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void showsNothingOfTheContent() throws IOException {
        write("lopnr;personnummer".repeat(1000).getBytes(StandardCharsets.US_ASCII));

        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("lopnr");
    }

    @Test
    void refusesAnAlteredByteAnywhere() throws IOException {
        write(content);
        byte[] sealed = Files.readAllBytes(file);

        for (int at = 0; at < sealed.length; at += at < 60 ? 1 : 9973) {
            byte[] altered = sealed.clone();
            altered[at] ^= 1;
            Files.write(file, altered);
            assertThatThrownBy(() -> read(ORDER, OBJECT, 1)).as("byte %d", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesACutFileWhereverItIsCut() throws IOException {
        write(content);
        byte[] sealed = Files.readAllBytes(file);

        for (int length : new int[] {0, 1, 39, 40, 60, SEGMENT, 2 * SEGMENT, 3 * SEGMENT, sealed.length - 1}) {
            Files.write(file, Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> read(ORDER, OBJECT, 1))
                    .as("cut at %d", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void refusesBytesAfterTheEnd() throws IOException {
        write(content);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) + 1));

        assertThatThrownBy(() -> read(ORDER, OBJECT, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesSegmentsThatChangedPlaces() throws IOException {
        write(content);
        byte[] sealed = Files.readAllBytes(file);
        byte[] second = Arrays.copyOfRange(sealed, SEGMENT, 2 * SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, sealed, SEGMENT, SEGMENT);
        System.arraycopy(second, 0, sealed, 2 * SEGMENT, SEGMENT);
        Files.write(file, sealed);

        assertThatThrownBy(() -> read(ORDER, OBJECT, 1)).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAnotherSecretObjectOrVersion() throws IOException {
        write(content);

        assertThatThrownBy(() -> read(OTHER, OBJECT, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(ORDER, "zip", 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(ORDER, OBJECT, 2)).isInstanceOf(IOException.class);
    }

    @Test
    void isUnreadableOnceTheSecretIsDestroyed() throws IOException {
        write(content);

        secrets.destroy(ORDER);

        assertThatThrownBy(() -> read(ORDER, OBJECT, 1)).isInstanceOf(SecretDestroyedException.class);
    }

    @Test
    void leavesNothingOfAWriterThatFailed() throws IOException {
        assertThatThrownBy(() -> files.write(file, ORDER, OBJECT, 1, out -> {
                    out.write(content);
                    throw new IOException("the source failed");
                }))
                .hasMessage("the source failed");

        assertThat(left()).isEmpty();
    }

    @Test
    void leavesWhatWasThereUntilTheNewFileIsWhole() throws IOException {
        write(new byte[] {1});

        SealedOutput out = files.write(file, ORDER, OBJECT, 1);
        out.write(content);

        assertThat(read(ORDER, OBJECT, 1)).containsExactly(1);
        out.abandon();
        out.close();
        assertThat(read(ORDER, OBJECT, 1)).containsExactly(1);
        assertThat(left()).containsExactly("a.sealed");
    }

    @Test
    void saysWhichObjectIsMissing() {
        assertThatThrownBy(() -> read(ORDER, OBJECT, 1))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(OBJECT);
    }

    private Stream<String> left() throws IOException {
        try (Stream<Path> all = Files.list(temp)) {
            return all.filter(Files::isRegularFile).map(p -> String.valueOf(p.getFileName())).toList().stream();
        }
    }
}
