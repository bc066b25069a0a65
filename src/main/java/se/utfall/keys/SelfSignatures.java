package se.utfall.keys;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * What a primary key said about itself and its subkeys, as far as it verifies. Of several statements of one kind the newest not after the
 * moment counts; when all are younger (a ring published again without its old signatures), the oldest.
 */
final class SelfSignatures {
    private static final Set<Integer> STRONG = Set.of(
            HashAlgorithmTags.SHA224,
            HashAlgorithmTags.SHA256,
            HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512,
            HashAlgorithmTags.SHA3_256,
            HashAlgorithmTags.SHA3_512);
    private static final Comparator<PGPSignature> BY_TIME = Comparator.comparing(PGPSignature::getCreationTime);

    private final PGPPublicKey primary;
    private final Instant at;

    SelfSignatures(PGPPublicKey primary, Instant at) {
        this.primary = primary;
        this.at = at;
    }

    /** The statements that bind the key: for the primary at most one about the key and one about a user id, for a subkey one. */
    List<PGPSignature> binding(PGPPublicKey key) {
        if (!key.isMasterKey()) {
            return current(bindings(key)).stream().toList();
        }
        return Stream.of(current(direct()), current(certifications()))
                .flatMap(Optional::stream)
                .toList();
    }

    Optional<Integer> flags(PGPPublicKey key) {
        return binding(key).stream()
                .map(PGPSignature::getHashedSubPackets)
                .filter(p -> p.hasSubpacket(SignatureSubpacketTags.KEY_FLAGS))
                .map(PGPSignatureSubpacketVector::getKeyFlags)
                .findFirst();
    }

    boolean isExpired(PGPPublicKey key) {
        Instant made = key.getCreationTime().toInstant();
        return binding(key).stream()
                .mapToLong(s -> s.getHashedSubPackets().getKeyExpirationTime())
                .anyMatch(seconds -> seconds != 0 && !at.isBefore(made.plusSeconds(seconds)));
    }

    /** A compromised key is revoked for all times, one that was replaced or retired from the revocation on (RFC 9580, 5.2.3.31). */
    boolean isRevoked(PGPPublicKey key) {
        int type = key.isMasterKey() ? PGPSignature.KEY_REVOCATION : PGPSignature.SUBKEY_REVOCATION;
        return signatures(key.getSignaturesOfType(type))
                .filter(s -> verifies(s, key) || (key.isMasterKey() && isByDesignatedRevoker(s)))
                .anyMatch(s -> s.isHardRevocation() || !made(s).isAfter(at));
    }

    /** True when the subkey signed back, so that nobody can adopt another's signing key. */
    boolean isConfirmedBy(PGPPublicKey subkey) {
        return binding(subkey).stream().flatMap(SelfSignatures::embedded).anyMatch(s -> {
            try {
                s.init(new BcPGPContentVerifierBuilderProvider(), subkey);
                return s.getSignatureType() == PGPSignature.PRIMARYKEY_BINDING
                        && STRONG.contains(s.getHashAlgorithm())
                        && s.verifyCertification(primary, subkey);
            } catch (PGPException | RuntimeException e) {
                return false;
            }
        });
    }

    private Stream<PGPSignature> bindings(PGPPublicKey subkey) {
        return signatures(subkey.getSignaturesOfType(PGPSignature.SUBKEY_BINDING))
                .filter(s -> STRONG.contains(s.getHashAlgorithm()) && verifies(s, subkey));
    }

    private Stream<PGPSignature> direct() {
        return signatures(primary.getSignaturesOfType(PGPSignature.DIRECT_KEY))
                .filter(s -> STRONG.contains(s.getHashAlgorithm()) && verifies(s, primary));
    }

    private Stream<PGPSignature> certifications() {
        List<PGPSignature> found = new ArrayList<>();
        for (Iterator<byte[]> ids = primary.getRawUserIDs(); ids.hasNext(); ) {
            byte[] id = ids.next();
            List<PGPSignature> own = signatures(primary.getSignaturesForID(id))
                    .filter(s -> verifies(s, id))
                    .toList();
            Optional<Instant> withdrawn = own.stream()
                    .filter(s -> s.getSignatureType() == PGPSignature.CERTIFICATION_REVOCATION)
                    .map(SelfSignatures::made)
                    .filter(t -> !t.isAfter(at))
                    .max(Comparator.naturalOrder());
            own.stream()
                    .filter(s -> s.isCertification() && STRONG.contains(s.getHashAlgorithm()))
                    .filter(s -> withdrawn.isEmpty() || made(s).isAfter(withdrawn.get()))
                    .forEach(found::add);
        }
        return found.stream();
    }

    private Optional<PGPSignature> current(Stream<PGPSignature> all) {
        List<PGPSignature> lasting = all.filter(s -> !hasLapsed(s)).toList();
        Optional<PGPSignature> newest =
                lasting.stream().filter(s -> !made(s).isAfter(at)).max(BY_TIME);
        return newest.isPresent() ? newest : lasting.stream().min(BY_TIME);
    }

    private boolean hasLapsed(PGPSignature signature) {
        long seconds = signature.getHashedSubPackets().getSignatureExpirationTime();
        return seconds != 0 && !at.isBefore(made(signature).plusSeconds(seconds));
    }

    /**
     * Nobody can check such a revocation without the revoker's key; believing it is the safe side. The subpacket is class, algorithm and
     * version 4 fingerprint, whose last 8 bytes are the key id.
     */
    private boolean isByDesignatedRevoker(PGPSignature revocation) {
        return Stream.concat(direct(), certifications())
                .flatMap(s -> Stream.of(s.getHashedSubPackets().getSubpackets(SignatureSubpacketTags.REVOCATION_KEY)))
                .map(SignatureSubpacket::getData)
                .anyMatch(data -> data.length >= Long.BYTES
                        && ByteBuffer.wrap(data).getLong(data.length - Long.BYTES) == revocation.getKeyID());
    }

    private boolean verifies(PGPSignature signature, PGPPublicKey key) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), primary);
            return key.isMasterKey()
                    ? signature.verifyCertification(primary)
                    : signature.verifyCertification(primary, key);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private boolean verifies(PGPSignature signature, byte[] userId) {
        try {
            signature.init(new BcPGPContentVerifierBuilderProvider(), primary);
            return signature.verifyCertification(userId, primary);
        } catch (PGPException | RuntimeException e) {
            return false;
        }
    }

    private static Stream<PGPSignature> embedded(PGPSignature binding) {
        try {
            List<PGPSignature> found = new ArrayList<>();
            for (PGPSignatureList list : List.of(
                    binding.getHashedSubPackets().getEmbeddedSignatures(),
                    binding.getUnhashedSubPackets().getEmbeddedSignatures())) {
                list.forEach(found::add);
            }
            return found.stream();
        } catch (PGPException e) {
            return Stream.empty();
        }
    }

    private static Instant made(PGPSignature signature) {
        return signature.getCreationTime().toInstant();
    }

    private static Stream<PGPSignature> signatures(Iterator<PGPSignature> all) {
        List<PGPSignature> list = new ArrayList<>();
        all.forEachRemaining(list::add);
        return list.stream();
    }
}
