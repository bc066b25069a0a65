package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.utfall.notice.Messages;

class SettingsProblemsExceptionTest {
    @Test
    void listsAllProblemsInTheUsersLanguage() {
        SettingsProblemsException problems =
                new SettingsProblemsException(List.of("keys.pgp: missing", "console.port: expected a whole number"));

        assertThat(problems.words(Messages.SWEDISH))
                .isEqualTo("Konfigurationen har fel, inget har startats:\n"
                        + "  keys.pgp: missing\n  console.port: expected a whole number");
        assertThat(problems.words(Locale.ENGLISH)).startsWith("The configuration has errors, nothing was started:");
    }
}
