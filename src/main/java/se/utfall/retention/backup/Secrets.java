package se.utfall.retention.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.keys.SecretsCopy;
import se.utfall.retention.backup.BackupRefusedException.Code;
import se.utfall.store.Folders;

/**
 * The secrets that a restored hub goes on with: those that are here, or, on a machine that has none, those of the copy, less what the list of disposals says is gone. A
 * copy may be older than a disposal; so the list must be given, and an empty folder is the operator's word that nothing was disposed of since.
 */
final class Secrets {
    private static final String ENTRY = "disposal.json";
    private static final String DISPOSALS = "disposals";
    private final BackupPlaces places;
    private final SecretsCopy copy;

    Secrets(BackupPlaces places, SecretsCopy copy) {
        this.places = places;
        this.copy = copy;
    }

    /** Nothing here is changed unless backup and secrets are of one hub; then what the list says is gone goes, and nothing else. */
    SecretStore ready(Manifest manifest, @Nullable Path disposals) throws IOException {
        Path folder = places.keys().secrets();
        if (!Files.exists(folder.resolve("root.key"))) {
            layCopy(folder, manifest, disposals);
        }
        SecretStore secrets = SecretStore.open(places.keys(), places.clock());
        needRoot(secrets, manifest);
        merge(secrets, folder, disposals);
        needAll(secrets, manifest);
        return secrets;
    }

    private void layCopy(Path folder, Manifest manifest, @Nullable Path disposals) throws IOException {
        if (!Files.exists(copy.file())) {
            throw new BackupRefusedException(Code.NO_SECRETS, String.valueOf(copy.file()));
        }
        if (disposals == null) {
            throw new BackupRefusedException(Code.DISPOSALS_NEEDED, manifest.createdAt());
        }
        Path made = folder.toAbsolutePath().resolveSibling(folder.getFileName() + ".restore-new");
        Folders.remove(made);
        copy.layInto(made);
        KeySettings keys = places.keys();
        KeySettings there = new KeySettings(
                made, keys.rootPassphrase(), keys.secretKeyRing(), keys.secretKeyPassphrase(), keys.partners());
        SecretStore secrets = SecretStore.open(there, places.clock());
        needRoot(secrets, manifest);
        merge(secrets, made, disposals);
        needAll(secrets, manifest);
        Folders.remove(folder);
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        Folders.sync(folder.toAbsolutePath().resolveSibling(""));
    }

    /** What the list says is gone is gone from here too, before anything is opened with it. */
    private static void merge(SecretStore secrets, Path folder, @Nullable Path disposals) throws IOException {
        if (disposals == null) {
            return;
        }
        if (!Files.isDirectory(disposals)) {
            throw new BackupRefusedException(Code.DISPOSALS_UNREADABLE, String.valueOf(disposals));
        }
        List<Path> inside = Folders.beginning(disposals, "");
        List<Path> orders =
                inside.stream().filter(o -> Files.exists(o.resolve(ENTRY))).toList();
        if (orders.isEmpty() && !inside.isEmpty()) {
            throw new BackupRefusedException(Code.DISPOSALS_UNREADABLE, String.valueOf(disposals));
        }
        for (Path order : orders) {
            String name = String.valueOf(order.getFileName());
            secrets.destroy(SecretId.order(name));
            copyNew(order, folder.resolve(DISPOSALS).resolve(name));
        }
    }

    private static void copyNew(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : Folders.files(from)) {
            Path target = to.resolve(String.valueOf(file.getFileName()));
            if (!Files.exists(target)) {
                Files.copy(file, target);
            }
        }
    }

    private static void needRoot(SecretStore secrets, Manifest manifest) {
        if (!secrets.rootCheck().equals(manifest.root())) {
            throw new BackupRefusedException(Code.OTHER_ROOT, manifest.createdAt());
        }
    }

    private static void needAll(SecretStore secrets, Manifest manifest) {
        List<String> missing = manifest.orders().stream()
                .filter(order -> !secrets.holds(SecretId.order(order))
                        && secrets.destroyedAt(SecretId.order(order)).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new BackupRefusedException(Code.SECRETS_MISSING, String.join(", ", missing));
        }
    }

    /** Of the orders that the backup knows, those that are disposed of. */
    static List<String> disposed(SecretStore secrets, Manifest manifest) {
        return manifest.orders().stream()
                .filter(order -> secrets.destroyedAt(SecretId.order(order)).isPresent())
                .toList();
    }
}
