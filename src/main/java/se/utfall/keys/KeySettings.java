package se.utfall.keys;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where keys lie.
 *
 * @param secrets folder of wrapped secrets and the root; must not lie under what is backed up with the database
 * @param rootPassphrase file with the passphrase that unlocks the root key; null: the root key file itself is protected by mode 0600 only
 * @param secretKeyRing the hub's own OpenPGP secret keys (binary or armoured)
 * @param secretKeyPassphrase file with their passphrase, null when they have none
 * @param recipients by name: who datasets may be sealed for
 * @param partners by counterpart name (SCB, IFAU): their public keys and pinned primary fingerprints per direction
 */
public record KeySettings(
        Path secrets,
        @Nullable Path rootPassphrase,
        Path secretKeyRing,
        @Nullable Path secretKeyPassphrase,
        Map<String, PartnerKey> partners,
        Map<String, RecipientKey> recipients) {

    /** Without recipients of datasets. */
    public KeySettings(
            Path secrets,
            @Nullable Path rootPassphrase,
            Path secretKeyRing,
            @Nullable Path secretKeyPassphrase,
            Map<String, PartnerKey> partners) {
        this(secrets, rootPassphrase, secretKeyRing, secretKeyPassphrase, partners, Map.of());
    }

    /**
     * Whom datasets are sealed for.
     *
     * @param publicKeyRing their public keys
     * @param encryptTo upper-case hex fingerprint of the primary key we encrypt to
     */
    public record RecipientKey(Path publicKeyRing, String encryptTo) {}

    /**
     * A partner's keys, pinned per direction.
     *
     * @param publicKeyRing their public keys
     * @param encryptTo upper-case hex fingerprint of the primary key we encrypt to
     * @param signedBy upper-case hex fingerprint of the primary key they sign with
     */
    public record PartnerKey(Path publicKeyRing, String encryptTo, String signedBy) {}
}
