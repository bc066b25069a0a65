package se.utfall.console;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** The people who may act, by name, password (PBKDF2-HMAC-SHA-256, 600 000 rounds, OWASP 2023) and roles. */
public final class Users {
    public static final Set<String> ROLES = Set.of("read", "operate", "approve", "statistics", "security");
    private static final int ROUNDS = 600_000;
    private final Database database;
    private final AuditTrail audit;
    private final int rounds;
    private final String nobody;

    public Users(Database database, AuditTrail audit) {
        this(database, audit, ROUNDS);
    }

    /** @param rounds of the password's derivation; few are for tests only */
    Users(Database database, AuditTrail audit, int rounds) {
        this.database = database;
        this.audit = audit;
        this.rounds = rounds;
        this.nobody = PasswordHash.make("nobody".toCharArray(), rounds);
    }

    /** Adds the user, or changes password and roles of an existing one, whose sessions then end. */
    public void put(String name, char[] password, Set<String> roles, ActingUser by) {
        if (!name.matches("[a-z][a-z0-9._-]{1,39}") || !ROLES.containsAll(roles) || password.length < 12) {
            throw new IllegalArgumentException("user name, role or password not allowed");
        }
        String hash = PasswordHash.make(password, rounds);
        database.useTransaction(handle -> {
            handle.createUpdate("INSERT INTO console_user (name, password_hash, roles) VALUES (:n, :h, :r)"
                            + " ON CONFLICT (name) DO UPDATE SET password_hash = :h, roles = :r")
                    .bind("n", name)
                    .bind("h", hash)
                    .bind("r", String.join(",", new TreeSet<>(roles)))
                    .execute();
            Sessions.closeAll(handle, name);
            audit.record(handle, new AuditEvent(by, "USER_SET", name, 0, String.join(",", new TreeSet<>(roles))));
        });
    }

    /** Whether anybody has the role. */
    public boolean anybodyIs(String role) {
        return database.inSnapshot(
                handle -> handle.createQuery("SELECT roles FROM console_user").mapTo(String.class).stream()
                        .anyMatch(roles -> acting("", roles).roles().contains(role)));
    }

    /** The user if name and password are right; takes as long when the name is unknown. */
    public Optional<ActingUser> authenticate(String name, char[] password) {
        Optional<List<String>> row = database.inSnapshot(
                handle -> handle.createQuery("SELECT password_hash, roles FROM console_user WHERE name = :n")
                        .bind("n", name)
                        .map((rs, c) -> List.of(rs.getString(1), rs.getString(2)))
                        .findOne());
        boolean right = PasswordHash.matches(row.map(r -> r.get(0)).orElse(nobody), password);
        return row.filter(r -> right).map(r -> acting(name, r.get(1)));
    }

    /** Whether there is such a user; what was typed as a name may otherwise be anything, a password too, and is not written down. */
    boolean exists(String name) {
        return database.inSnapshot(handle -> handle.createQuery("SELECT COUNT(*) FROM console_user WHERE name = :n")
                        .bind("n", name)
                        .mapTo(Integer.class)
                        .one()
                == 1);
    }

    static ActingUser acting(String name, String roles) {
        return new ActingUser(name, roles.isEmpty() ? Set.of() : Set.of(roles.split(",")));
    }
}
