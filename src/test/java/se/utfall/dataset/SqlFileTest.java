package se.utfall.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The queries keep to what DuckDB and Spark both take. */
class SqlFileTest {
    private static final Set<String> WORDS = Set.of(
            ("with as select distinct from where and or not in is null case when then else end cross left join on group by order union all"
                            + " count coalesce")
                    .split(" "));
    private static final Set<String> FUNCTIONS = Set.of("count", "coalesce");

    static List<SqlFile> queries() {
        return List.of(
                SqlFile.OUTCOMES,
                SqlFile.FUNNEL,
                SqlFile.PARTICIPANTS,
                SqlFile.LABOUR_MARKET,
                SqlFile.ECONOMIC_ASSISTANCE,
                SqlFile.JOB_SEEKERS);
    }

    @ParameterizedTest
    @MethodSource("queries")
    void usesStandardWordsAndFunctionsOnly(SqlFile query) {
        String bare = query.text().replaceAll("--[^\n]*", "").replaceAll("'[^']*'", "''");
        Set<String> words = new HashSet<>();
        Matcher upper = Pattern.compile("\\b[A-Z]{2,}\\b").matcher(bare);
        while (upper.find()) {
            words.add(upper.group().toLowerCase(Locale.ROOT));
        }
        Set<String> functions = new HashSet<>();
        Matcher call = Pattern.compile("([A-Za-z_]+)\\(").matcher(bare);
        while (call.find()) {
            functions.add(call.group(1).toLowerCase(Locale.ROOT));
        }

        assertThat(words).isSubsetOf(WORDS);
        assertThat(functions).isSubsetOf(FUNCTIONS);
        assertThat(bare).doesNotContain("::", "\"", "`", "[", "{", ";");
        assertThat(query.text()).startsWith("--");
    }
}
