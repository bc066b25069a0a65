package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RootKeyTest {
    private static final SecretId HUB = SecretId.hub("audit");

    @TempDir
    Path temp;

    private Path folder;
    private Path passphrase;
    private Path root;

    @BeforeEach
    void place() throws IOException {
        folder = temp.resolve("secrets");
        root = folder.resolve("root.key");
        passphrase = Files.writeString(temp.resolve("passphrase"), "korrekt häst batteri\n");
    }

    private byte[] derived(SecretStore store) {
        store.ensure(HUB);
        return store.derive(HUB, "a", 32);
    }

    @Test
    void opensWithItsPassphraseOnly() throws IOException {
        byte[] before = derived(Stores.open(folder, passphrase));
        Path wrong = Files.writeString(temp.resolve("wrong"), "fel häst");

        assertThat(derived(Stores.open(folder, passphrase))).isEqualTo(before);
        assertThatThrownBy(() -> Stores.open(folder, wrong)).hasMessageContaining("wrong passphrase");
        assertThatThrownBy(() -> Stores.open(folder)).hasMessageContaining("none is set");
    }

    @Test
    void isProtectedOnceAPassphraseIsSet() throws IOException {
        byte[] before = derived(Stores.open(folder));
        byte[] plain = Files.readAllBytes(root);
        byte[] key = Arrays.copyOfRange(plain, plain.length - 32, plain.length);

        assertThat(derived(Stores.open(folder, passphrase))).isEqualTo(before);

        assertThat(text(Files.readAllBytes(root))).doesNotContain(text(key));
        assertThatThrownBy(() -> Stores.open(folder)).hasMessageContaining("none is set");
        assertThat(folder.resolve("root.key.unprotected")).doesNotExist();
    }

    @Test
    void removesTheUnprotectedCopyThatACrashLeft() throws IOException {
        byte[] before = derived(Stores.open(folder));
        Path left = Files.copy(root, folder.resolve("root.key.unprotected"));
        Stores.open(folder, passphrase);
        Files.writeString(left, "left by a crash");

        assertThat(derived(Stores.open(folder, passphrase))).isEqualTo(before);
        assertThat(left).doesNotExist();
    }

    @Test
    void refusesAnAlteredOrCutFile() throws IOException {
        Stores.open(folder, passphrase);
        byte[] whole = Files.readAllBytes(root);

        for (int length : new int[] {0, 10, 25, 40, whole.length - 1}) {
            Files.write(root, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> Stores.open(folder, passphrase)).isInstanceOf(IllegalArgumentException.class);
        }
        whole[whole.length - 1] ^= 1;
        Files.write(root, whole);
        assertThatThrownBy(() -> Stores.open(folder, passphrase)).hasMessageContaining("altered");
    }

    @Test
    void closesARootKeyThatOthersCouldRead() throws IOException {
        Stores.open(folder);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rw-r--r--"));

        Stores.open(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root)))
                .isEqualTo("rw-------");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
