package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.console.command.Desk.Answer;

class UserCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    private Answer set(String name, String roles, String... more) {
        String file = desk.passwordFile.toString();
        List<String> line =
                new ArrayList<>(List.of("user", "set", name, "--roles", roles, "--new-password-file", file));
        line.addAll(List.of(more));
        return desk.type(line.toArray(String[]::new));
    }

    private Answer setBy(String by, String name, String roles) {
        return set(name, roles, "--as", by, "--password-file", desk.passwordFile.toString());
    }

    private boolean mayLogIn(String name) {
        try (House.Session session = desk.open(Path.of("x"))) {
            return session.users()
                    .authenticate(name, Desk.PASSWORD.toCharArray())
                    .isPresent();
        }
    }

    @Test
    void setsUsersThatMayThenAct() {
        Answer set = set("rut", "read,operate");
        Answer wrong = set("rut", "king");

        assertThat(set.exit()).isZero();
        assertThat(set.out()).isEqualTo("Användaren rut är satt." + System.lineSeparator());
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("Roller: read, operate, approve, statistics, security.");
        assertThat(mayLogIn("rut")).isTrue();
    }

    @Test
    void onlySecuritySetsUsersOnceThereIsOne() {
        Answer first = set("dag", "security");
        Answer nobody = set("mallory", "approve");
        Answer operator = setBy("olga", "mallory", "approve");
        Answer own = setBy("dag", "dag", "security,approve");
        Answer right = setBy("dag", "rut", "read");

        assertThat(first.exit()).isZero();
        assertThat(nobody.exit()).isEqualTo(2);
        assertThat(operator.exit()).isEqualTo(1);
        assertThat(operator.err()).contains("ingen sätter sig själv");
        assertThat(own.exit()).isEqualTo(1);
        assertThat(right.exit()).isZero();
        assertThat(mayLogIn("mallory")).isFalse();
    }
}
