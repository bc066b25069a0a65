package se.utfall.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.utfall.SettableClock;
import se.utfall.audit.AuditTrail;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

class UsersTest {
    private static final char[] PASSWORD = "korrekt häst batteri".toCharArray();

    @TempDir
    Path folder;

    private Database database;
    private AuditTrail audit;

    @BeforeEach
    void open() {
        database = TestDatabase.open(folder);
        audit = new AuditTrail(database, new SettableClock(Pictures.NOW), new byte[32]);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void derivesPasswordsInSixHundredThousandRounds() {
        Users users = new Users(database, audit);

        users.put("olga", PASSWORD, Set.of("read", "operate"), ActingUser.HUB);

        String stored = database.inSnapshot(h -> h.createQuery("SELECT password_hash FROM console_user")
                .mapTo(String.class)
                .one());
        assertThat(stored).startsWith("600000$");
        assertThat(users.authenticate("olga", PASSWORD)).contains(new ActingUser("olga", Set.of("operate", "read")));
        assertThat(users.authenticate("olga", "korrekt hast batteri".toCharArray()))
                .isEmpty();
    }

    @Test
    void stillKnowsAPasswordDerivedInFewerRounds() {
        new Users(database, audit, 500).put("olga", PASSWORD, Set.of(), ActingUser.HUB);

        Users now = new Users(database, audit, 1_000);

        assertThat(now.authenticate("olga", PASSWORD)).contains(new ActingUser("olga", Set.of()));
        assertThat(now.authenticate("nobody", "nobody".toCharArray())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Olga, read, long enough password", "olga, rule, long enough password", "olga, read, tooshort"})
    void refusesOtherNamesRolesAndShortPasswords(String name, String role, String password) {
        Users users = new Users(database, audit, 500);

        assertThatThrownBy(() -> users.put(name, password.toCharArray(), Set.of(role), ActingUser.HUB))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(password);
    }
}
