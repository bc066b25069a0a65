package se.utfall.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.utfall.console.command.Desk.Answer;

class TaskCommandTest {
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void sit() throws Exception {
        desk = new Desk(folder);
    }

    @Test
    void showsAndClosesTasks() {
        raise("exchange", "ODD_NAME", "SCB");
        Answer shown = desk.type("task", "show");
        Answer refused = desk.as("anna", "task", "close", "exchange/ODD_NAME/SCB", "--reason", "DONE");
        Answer free =
                desk.act("task", "close", "exchange/ODD_NAME/SCB", "--reason", "DONE", "--reference", "free words");
        Answer other = desk.act("task", "close", "exchange/ODD_NAME/SCB", "--reason", "BECAUSE");
        Answer closed =
                desk.act("task", "close", "exchange/ODD_NAME/SCB", "--reason", "done", "--reference", "INC-4711");
        Answer again = desk.act("task", "close", "exchange/ODD_NAME/SCB", "--reason", "DONE");

        assertThat(shown.out()).contains("Nyckel: exchange/ODD_NAME/SCB").contains("Hos SCB ligger en fil");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("kräver rollen operate");
        assertThat(free.exit()).isEqualTo(2);
        assertThat(free.err()).contains("Ett ärendenummer har högst 20");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(closed.exit()).isZero();
        assertThat(closed.out()).contains("Uppgiften exchange/ODD_NAME/SCB är stängd.");
        assertThat(again.exit()).isEqualTo(4);
        assertThat(desk.type("task", "show").out()).isBlank();
    }

    private void raise(String room, String code, String subject) {
        try (House.Session session = desk.open(Path.of("x"))) {
            session.rooms().tasks().raise(room, code, subject);
        }
    }
}
