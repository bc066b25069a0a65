package se.utfall.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import se.utfall.keys.KeySettings.PartnerKey;
import se.utfall.keys.KeySettings.RecipientKey;
import se.utfall.keys.PgpKeys.PartnerRings;

/** Reads every ring before it complains, so that the operator mends all at once. */
final class PgpKeysLoading {
    private final KeySettings settings;
    private final List<String> problems = new ArrayList<>();

    PgpKeysLoading(KeySettings settings) {
        this.settings = settings;
    }

    PgpKeys load() {
        List<PGPSecretKeyRing> own = own();
        char[] passphrase = passphrase();
        Map<String, PartnerRings> partners = new HashMap<>();
        settings.partners().forEach((name, key) -> partner(name, key).ifPresent(rings -> partners.put(name, rings)));
        Map<String, PGPPublicKeyRing> recipients = new HashMap<>();
        settings.recipients()
                .forEach((name, key) -> recipient(name, key).ifPresent(ring -> recipients.put(name, ring)));
        if (problems.isEmpty()) {
            PgpKeys keys = new PgpKeys(own, passphrase, partners, recipients);
            own.forEach(ring -> checkOwn(keys, ring));
            if (problems.isEmpty()) {
                return keys;
            }
        }
        throw new IllegalArgumentException(String.join("\n", problems));
    }

    private List<PGPSecretKeyRing> own() {
        Path file = settings.secretKeyRing();
        Optional<PgpFile> rings = read("own keys", file);
        if (rings.isPresent() && rings.get().secretRings().isEmpty()) {
            problems.add("own keys: expected a secret key in " + file + ", found none");
        }
        return rings.map(PgpFile::secretRings).orElse(List.of());
    }

    private char[] passphrase() {
        Path file = settings.secretKeyPassphrase();
        try {
            return file == null ? new char[0] : Files.readString(file).strip().toCharArray();
        } catch (IOException e) {
            problems.add("own keys: the passphrase file " + file + " cannot be read");
            return new char[0];
        }
    }

    private void checkOwn(PgpKeys keys, PGPSecretKeyRing ring) {
        String primary = PgpFile.hex(ring.getPublicKey().getFingerprint());
        Optional<PGPSecretKey> signing = PgpKeys.findSigningKey(ring);
        List<PGPSecretKey> decrypting = PgpKeys.decryptionKeys(ring);
        if (signing.isEmpty()) {
            problems.add("own keys: key " + primary + " has no secret key that may sign");
        }
        if (decrypting.isEmpty()) {
            problems.add("own keys: key " + primary + " has no secret key that may decrypt");
        }
        Stream.concat(signing.stream(), decrypting.stream()).distinct().forEach(key -> {
            try {
                keys.unlock(key);
            } catch (IllegalStateException e) {
                problems.add("own keys: " + e.getMessage());
            }
        });
    }

    private Optional<PartnerRings> partner(String name, PartnerKey key) {
        Optional<PgpFile> file = read("partner " + name, key.publicKeyRing());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (!file.get().secretRings().isEmpty()) {
            problems.add(
                    "partner " + name + ": " + key.publicKeyRing() + " holds a secret key; expected public keys only");
        }
        Optional<PGPPublicKeyRing> encryptTo = pinned("partner " + name, "encryptTo", key.encryptTo(), file.get());
        Optional<PGPPublicKeyRing> signedBy = pinned("partner " + name, "signedBy", key.signedBy(), file.get());
        return encryptTo.flatMap(e -> signedBy.map(s -> new PartnerRings(e, s)));
    }

    private Optional<PGPPublicKeyRing> recipient(String name, RecipientKey key) {
        String whose = "recipient " + name;
        return read(whose, key.publicKeyRing()).flatMap(file -> {
            if (!file.secretRings().isEmpty()) {
                problems.add(whose + ": " + key.publicKeyRing() + " holds a secret key; expected public keys only");
            }
            return pinned(whose, "encryptTo", key.encryptTo(), file);
        });
    }

    private Optional<PGPPublicKeyRing> pinned(String whose, String direction, String fingerprint, PgpFile file) {
        if (!fingerprint.matches("[0-9A-F]{40}|[0-9A-F]{64}")) {
            problems.add(whose + ", " + direction + ": expected the primary key's fingerprint, 40 or 64 of 0-9 A-F");
            return Optional.empty();
        }
        Optional<PGPPublicKeyRing> ring = file.publicRings().stream()
                .filter(r -> PgpFile.hex(r.getPublicKey().getFingerprint()).equals(fingerprint))
                .findFirst();
        if (ring.isEmpty()) {
            problems.add(
                    whose + ", " + direction + ": no primary key with fingerprint " + fingerprint + " in its file");
        }
        return ring;
    }

    private Optional<PgpFile> read(String whose, Path file) {
        try {
            return Optional.of(PgpFile.read(file));
        } catch (IOException | RuntimeException e) {
            problems.add(whose + ": " + file + " cannot be read as OpenPGP keys");
            return Optional.empty();
        }
    }
}
