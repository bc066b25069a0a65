package se.utfall.console;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** The people who may act, by name, password (PBKDF2-HMAC-SHA-256, 600 000 rounds, OWASP 2023) and roles. */
public final class Users {
    public static final Set<String> ROLES = Set.of("read", "operate", "approve", "statistics", "security");
    private static final int ROUNDS = 600_000;
    private static final String NOBODY = hash("nobody".toCharArray(), new byte[16]);
    private final Database database;
    private final AuditTrail audit;

    public Users(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Adds the user, or changes password and roles of an existing one. */
    public void put(String name, char[] password, Set<String> roles, ActingUser by) {
        if (!name.matches("[a-z][a-z0-9._-]{1,39}") || !ROLES.containsAll(roles) || password.length < 12) {
            throw new IllegalArgumentException("user name, role or password not allowed");
        }
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        String hash = hash(password, salt);
        database.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO console_user (name, password_hash, roles) VALUES (:n, :h, :r)"
                            + " ON CONFLICT (name) DO UPDATE SET password_hash = :h, roles = :r")
                    .bind("n", name)
                    .bind("h", hash)
                    .bind("r", String.join(",", new TreeSet<>(roles)))
                    .execute();
            audit.record(handle, new AuditEvent(by, "USER_SET", name, 0, String.join(",", new TreeSet<>(roles))));
        });
    }

    /** The user if name and password are right; takes as long when the name is unknown. */
    public Optional<ActingUser> authenticate(String name, char[] password) {
        Optional<List<String>> row = database.inTransaction(
                handle -> handle.createQuery("SELECT password_hash, roles FROM console_user WHERE name = :n")
                        .bind("n", name)
                        .map((rs, c) -> List.of(rs.getString(1), rs.getString(2)))
                        .findOne());
        String stored = row.map(r -> r.get(0)).orElse(NOBODY);
        byte[] salt = Base64.getDecoder().decode(stored.substring(0, stored.indexOf('$')));
        boolean right = MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), hash(password, salt).getBytes(StandardCharsets.US_ASCII));
        return row.filter(r -> right)
                .map(r -> new ActingUser(name, Set.of(r.get(1).split(","))));
    }

    private static String hash(char[] password, byte[] salt) {
        try {
            byte[] out = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password, salt, ROUNDS, 256))
                    .getEncoded();
            Base64.Encoder encoder = Base64.getEncoder();
            return encoder.encodeToString(salt) + "$" + encoder.encodeToString(out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
