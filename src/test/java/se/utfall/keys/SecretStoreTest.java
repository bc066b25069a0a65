package se.utfall.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

class SecretStoreTest {
    private static final SecretId ORDER = SecretId.order("SCB-2026-001");

    @TempDir
    Path temp;

    private Path folder() {
        return temp.resolve("secrets");
    }

    @Test
    void derivesTheSameAfterARestart() {
        SecretStore first = Stores.open(folder());
        first.ensure(ORDER);
        byte[] before = first.derive(ORDER, "running-number", 32);

        SecretStore second = Stores.open(folder());
        second.ensure(ORDER);

        assertThat(second.derive(ORDER, "running-number", 32)).hasSize(32).isEqualTo(before);
    }

    @Test
    void derivesOtherBytesPerLabelSecretAndKind() {
        SecretStore store = Stores.open(folder());
        List<SecretId> ids = List.of(ORDER, SecretId.order("SCB-2026-002"), SecretId.purpose("SCB-2026-001"));
        ids.forEach(store::ensure);

        Stream<byte[]> keys =
                ids.stream().flatMap(id -> Stream.of(store.derive(id, "a", 16), store.derive(id, "b", 16)));

        assertThat(keys.map(k -> new String(k, StandardCharsets.ISO_8859_1))).doesNotHaveDuplicates();
    }

    @Test
    void keepsSecretsFromOtherUsers() throws IOException {
        Stores.open(folder()).ensure(ORDER);

        assertThat(mode(folder())).isEqualTo("rwx------");
        assertThat(mode(folder().resolve("root.key"))).isEqualTo("rw-------");
        assertThat(mode(folder().resolve("ORDER.SCB-2026-001.secret"))).isEqualTo("rw-------");
    }

    @Test
    void neverMakesADestroyedSecretAgain() {
        SecretStore store = Stores.open(folder());
        store.ensure(ORDER);

        store.destroy(ORDER);
        store.destroy(ORDER);

        assertThatThrownBy(() -> store.ensure(ORDER)).isInstanceOf(SecretDestroyedException.class);
        assertThatThrownBy(() -> store.derive(ORDER, "a", 32)).isInstanceOf(SecretDestroyedException.class);
        SecretStore later = Stores.open(folder());
        assertThatThrownBy(() -> later.ensure(ORDER)).isInstanceOf(SecretDestroyedException.class);
        assertThat(later.destroyedAt(ORDER)).contains(Stores.NOON);
        assertThat(folder().resolve("ORDER.SCB-2026-001.secret")).doesNotExist();
    }

    @Test
    void overwritesWhatItDestroys() throws IOException {
        SecretStore store = Stores.open(folder());
        store.ensure(ORDER);
        Path secret = folder().resolve("ORDER.SCB-2026-001.secret");
        byte[] wrapped = Files.readAllBytes(secret);
        Path sameBytes = Files.createLink(temp.resolve("link"), secret);

        store.destroy(ORDER);

        assertThat(Files.readAllBytes(sameBytes)).hasSameSizeAs(wrapped).isNotEqualTo(wrapped);
    }

    @Test
    void forgetsASecretThatAnotherProcessDestroyed() {
        SecretStore hub = Stores.open(folder());
        hub.ensure(ORDER);
        hub.derive(ORDER, "a", 32);

        Stores.open(folder()).destroy(ORDER);

        assertThatThrownBy(() -> hub.derive(ORDER, "a", 32)).isInstanceOf(SecretDestroyedException.class);
    }

    @Test
    void finishesADestructionThatWasCutShort() throws IOException {
        Stores.open(folder()).ensure(ORDER);
        Files.writeString(folder().resolve("ORDER.SCB-2026-001.destroyed"), "2026-11-24T11:00:00Z");

        SecretStore store = Stores.open(folder());

        assertThat(folder().resolve("ORDER.SCB-2026-001.secret")).doesNotExist();
        assertThatThrownBy(() -> store.derive(ORDER, "a", 32)).isInstanceOf(SecretDestroyedException.class);
    }

    @Test
    void removesWhatAKilledProcessLeftUnfinished() throws IOException {
        Stores.open(folder());
        Path left = Files.writeString(folder().resolve("ORDER.SCB-2026-001.secret.1.tmp"), "half");

        Stores.open(folder()).ensure(ORDER);

        assertThat(left).doesNotExist();
        assertThat(folder().resolve("ORDER.SCB-2026-001.secret")).exists();
    }

    @Test
    void makesOneSecretForManyThreadsAndStores() {
        List<SecretStore> stores = List.of(Stores.open(folder()), Stores.open(folder()));
        Set<String> keys = ConcurrentHashMap.newKeySet();

        IntStream.range(0, 32).parallel().forEach(i -> {
            SecretStore store = stores.get(i % 2);
            store.ensure(ORDER);
            keys.add(new String(store.derive(ORDER, "a", 32), StandardCharsets.ISO_8859_1));
        });

        assertThat(keys).hasSize(1);
    }

    @Test
    void refusesToMakeANewRootBesideSecrets() throws IOException {
        Stores.open(folder()).ensure(ORDER);
        Files.delete(folder().resolve("root.key"));

        assertThatThrownBy(() -> Stores.open(folder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("root.key is missing");
    }

    @Test
    void refusesASecretUnderAnotherNameOrRoot() throws IOException {
        SecretStore store = Stores.open(folder());
        store.ensure(ORDER);
        SecretId other = SecretId.order("SCB-2026-002");
        Files.copy(folder().resolve("ORDER.SCB-2026-001.secret"), folder().resolve("ORDER.SCB-2026-002.secret"));
        SecretStore stranger = Stores.open(temp.resolve("stranger"));
        Files.copy(
                folder().resolve("ORDER.SCB-2026-001.secret"),
                temp.resolve("stranger/ORDER.SCB-2026-001.secret"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> store.derive(other, "a", 32)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stranger.derive(ORDER, "a", 32)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesNamesThatAreNoFileNames() {
        assertThatThrownBy(() -> SecretId.hub("../x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SecretId.hub("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tiesADatabaseToItsRoot() {
        SecretStore store = Stores.open(folder());
        SecretStore stranger = Stores.open(temp.resolve("stranger"));
        try (Database database = TestDatabase.open(temp)) {
            store.tieTo(database);
            Stores.open(folder()).tieTo(database);

            assertThatThrownBy(() -> stranger.tieTo(database)).hasMessageContaining("another root key");
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
