package se.utfall.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.utfall.notice.Messages;

/** What the register says of a row is explained where the file's report is read. */
class RowRuleTest {
    @ParameterizedTest
    @EnumSource(RowRule.class)
    void isExplainedInBothLanguages(RowRule rule) {
        for (Locale locale : new Locale[] {Messages.SWEDISH, Locale.ENGLISH}) {
            assertThat(Messages.has(locale, "intake", "finding." + rule)).isTrue();
            assertThat(Messages.has(locale, "intake", "atgard." + rule)).isEqualTo(refuses(rule));
        }
    }

    private static boolean refuses(RowRule rule) {
        return rule == RowRule.NUMMERBYTE_GREN || rule == RowRule.NUMMERBYTE_RING;
    }
}
