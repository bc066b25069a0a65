package se.utfall.keys;

import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.store.Database;

/**
 * Random secrets, wrapped under the root key, one file each. Everything an order or a purpose keeps is under keys derived from its secret, so
 * destroying the secret makes it unreadable for ever. Safe for several threads and processes on the same folder.
 */
public final class SecretStore {
    private static final Logger LOG = LoggerFactory.getLogger(SecretStore.class);
    private static final int SECRET = 32;
    private static final String WRAPPED = ".secret";
    private static final String DESTROYED = ".destroyed";

    private final Path folder;
    private final FolderLock lock;
    private final Clock clock;
    private final ValueSeal wrapping;
    private final byte[] salt;
    private final String rootCheck;
    private final Map<SecretId, byte[]> unwrapped = new ConcurrentHashMap<>();

    private SecretStore(Path folder, RootKey root, Clock clock) {
        this.folder = folder;
        this.lock = new FolderLock(folder);
        this.clock = clock;
        this.wrapping = new ValueSeal(root.derive("wrap"));
        this.salt = root.derive("salt");
        this.rootCheck = HexFormat.of().formatHex(root.derive("check"));
    }

    /**
     * Opens the store; makes root key and folder (0700) when there are none. Throws {@link IllegalArgumentException} when the root key does not
     * open, or is missing while there are secrets: a new one would make them unreadable without anybody noticing.
     */
    public static SecretStore open(KeySettings settings, Clock clock) {
        Path folder = settings.secrets();
        Path root = folder.resolve("root.key");
        try {
            PrivateFiles.makeFolder(folder);
            new FolderLock(folder).during(() -> prepare(folder, root, settings.rootPassphrase()));
            return new SecretStore(folder, RootKey.read(root, settings.rootPassphrase()), clock);
        } catch (IOException e) {
            throw new UncheckedIOException("secret store", e);
        }
    }

    /** Makes the secret unless it exists. A destroyed one is never made again: {@link SecretDestroyedException}. */
    public void ensure(SecretId id) {
        lock.during(() -> {
            refuseDestroyed(id);
            if (!Files.exists(wrapped(id))) {
                byte[] secret = new byte[SECRET];
                new SecureRandom().nextBytes(secret);
                PrivateFiles.write(wrapped(id), wrapping.seal(secret, context(id)));
                LOG.info("secret {} made", id);
            }
        });
    }

    /** True while the secret can be used. */
    public boolean holds(SecretId id) {
        return Files.exists(wrapped(id)) && !Files.exists(tombstone(id));
    }

    /**
     * HKDF-SHA-256 (RFC 5869): input the secret, salt from the root, info the label; one label per use. Throws
     * {@link SecretDestroyedException} when destroyed or absent.
     */
    public byte[] derive(SecretId id, String label, int length) {
        byte[] secret = secret(id);
        try {
            return Hkdf.computeHkdf("HmacSha256", secret, salt, label.getBytes(StandardCharsets.UTF_8), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("cannot derive " + length + " bytes for " + label, e);
        }
    }

    /** Overwrites and removes the secret; leaves a tombstone. Repeating it, or destroying one that never was, only keeps the tombstone. */
    public void destroy(SecretId id) {
        lock.during(() -> {
            if (!Files.exists(tombstone(id))) {
                Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                PrivateFiles.write(tombstone(id), at.toString().getBytes(StandardCharsets.US_ASCII));
            }
            finishDestroying(wrapped(id));
        });
        byte[] known = unwrapped.remove(id);
        if (known != null) {
            Arrays.fill(known, (byte) 0);
        }
        LOG.info("secret {} destroyed", id);
    }

    /** What {@link #tieTo} writes into a database; the same for the same root key. */
    public String rootCheck() {
        return rootCheck;
    }

    /** A folder of the store's own for what must outlive database and archive, as the secrets do. */
    public Path folderBeside(String name) {
        Path beside = folder.resolve(name);
        try {
            PrivateFiles.makeFolder(beside);
            return beside;
        } catch (IOException e) {
            throw new UncheckedIOException("secret store", e);
        }
    }

    /** Work on the store's files while no secret is made or destroyed. */
    void holdStill(FolderLock.Work work) {
        lock.during(work);
    }

    Path folder() {
        return folder;
    }

    /** When the secret was destroyed, for the certificate; empty when it was not. */
    public Optional<Instant> destroyedAt(SecretId id) {
        try {
            return Files.exists(tombstone(id))
                    ? Optional.of(Instant.parse(Files.readString(tombstone(id)).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("secret " + id, e);
        }
    }

    /**
     * Ties a database to this store's root key at their first meeting. Throws {@link IllegalStateException} when it is tied to another: the
     * same persons would get other keyed hashes and pseudonyms, without anybody noticing.
     */
    public void tieTo(Database database) {
        String tied = database.inTransaction(handle -> {
            handle.execute(
                    "INSERT INTO key_root (id, check_value) VALUES (1, ?) ON CONFLICT (id) DO NOTHING", rootCheck);
            return handle.createQuery("SELECT check_value FROM key_root WHERE id = 1")
                    .mapTo(String.class)
                    .one();
        });
        if (!tied.equals(rootCheck)) {
            throw new IllegalStateException("the database belongs to another root key than the one in " + folder);
        }
    }

    private byte[] secret(SecretId id) {
        if (!holds(id)) {
            unwrapped.remove(id);
            throw new SecretDestroyedException(id);
        }
        byte[] known = unwrapped.computeIfAbsent(id, this::unwrap);
        return known.clone();
    }

    private byte[] unwrap(SecretId id) {
        try {
            return wrapping.open(Files.readAllBytes(wrapped(id)), context(id));
        } catch (SealBrokenException e) {
            throw new IllegalStateException("secret " + id + " was altered, or belongs to another root key", e);
        } catch (IOException e) {
            throw new UncheckedIOException("secret " + id, e);
        }
    }

    private void refuseDestroyed(SecretId id) {
        if (Files.exists(tombstone(id))) {
            throw new SecretDestroyedException(id);
        }
    }

    /** Whether a wrapped secret of that file was destroyed in its folder. */
    static boolean isDestroyed(Path wrapped) {
        String name = String.valueOf(wrapped.getFileName());
        return name.endsWith(WRAPPED)
                && Files.exists(
                        wrapped.resolveSibling(name.substring(0, name.length() - WRAPPED.length()) + DESTROYED));
    }

    private Path wrapped(SecretId id) {
        return folder.resolve(id + WRAPPED);
    }

    private Path tombstone(SecretId id) {
        return folder.resolve(id + DESTROYED);
    }

    private static byte[] context(SecretId id) {
        return id.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What a crash left: unfinished files go, begun destructions are finished; then the root key is made if this is the first start. */
    private static void prepare(Path folder, Path root, @Nullable Path passphrase) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(PrivateFiles.UNFINISHED)) {
                PrivateFiles.overwriteAndRemove(file);
            } else if (name.endsWith(DESTROYED)) {
                finishDestroying(folder.resolve(name.substring(0, name.length() - DESTROYED.length()) + WRAPPED));
            }
        }
        if (!Files.exists(root)) {
            if (files.stream().anyMatch(SecretStore::needsTheRoot)) {
                throw new IllegalArgumentException(root + " is missing, but there are secrets under it; restore it");
            }
            RootKey.make(root, passphrase);
        }
    }

    private static boolean needsTheRoot(Path file) {
        return String.valueOf(file.getFileName()).endsWith(WRAPPED);
    }

    private static void finishDestroying(Path secret) throws IOException {
        if (Files.exists(secret)) {
            PrivateFiles.overwriteAndRemove(secret);
        }
    }
}
