package se.utfall.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Values;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.FollowUpFacts.Background;

/**
 * The background at the freeze. All seven columns are always there, so that import scripts stand; one that nobody has a value in was not ordered and is not
 * applicable. Code lists are those of the case system's layouts ({@code schemas/intake/}).
 */
final class BackgroundVariables {
    private static final List<String> AGE_BANDS = List.of("16-24", "25-34", "35-44", "45-54", "55-64", "65-");
    private final Set<String> ordered;

    private BackgroundVariables(Set<String> ordered) {
        this.ordered = ordered;
    }

    private enum Field {
        SEX(Background::sex),
        AGE_BAND(Background::ageBand),
        EDUCATION_LEVEL(Background::educationLevel),
        NEWLY_ARRIVED(b -> answer(b.newlyArrived())),
        DISTRICT(Background::district),
        MEASURE(Background::measure),
        WORKPLACE(Background::workplace);

        private final Function<Background, @Nullable Object> reading;

        Field(Function<Background, @Nullable Object> reading) {
            this.reading = reading;
        }

        String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static @Nullable Integer answer(@Nullable Boolean flag) {
        return flag == null ? null : YesNo.of(flag);
    }

    static List<Variable> of(FollowUpFacts facts) {
        Set<String> ordered = new HashSet<>();
        for (int number = 1; number <= facts.size() && ordered.size() < Field.values().length; number++) {
            Background background = facts.background(number);
            for (Field field : Field.values()) {
                if (field.reading.apply(background) != null) {
                    ordered.add(field.column());
                }
            }
        }
        return new BackgroundVariables(ordered).variables();
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (Field field : Field.values()) {
            Missing reason = ordered.contains(field.column()) ? Missing.UNK : Missing.NAP;
            variables.add(new Variable(meaning(field), s -> field.reading.apply(s.background()), s -> reason));
        }
        return variables;
    }

    private static Meaning meaning(Field field) {
        return new Meaning(
                field.column(),
                field == Field.NEWLY_ARRIVED ? ColumnType.INTEGER : ColumnType.VARCHAR,
                Words.of("column." + field.column()),
                Words.NONE,
                values(field),
                List.of(),
                Words.of("derivation." + field.column()),
                List.of(Missing.UNK, Missing.NAP));
    }

    private static Values values(Field field) {
        return switch (field) {
            case SEX -> codes("sex", layout("inskrivning", "kon"));
            case EDUCATION_LEVEL -> codes("education_level", layout("inskrivning", "utbildningsniva"));
            case MEASURE -> codes("measure", layout("insats", "insatstyp"));
            case WORKPLACE -> codes("workplace", layout("insats", "arbetsplatstyp"));
            case AGE_BAND -> codes("age_band", AGE_BANDS);
            case NEWLY_ARRIVED -> Values.closed(YesNo.CODES);
            case DISTRICT -> Values.OPEN;
        };
    }

    private static Values codes(String list, List<String> codes) {
        return Values.closed(codes.stream()
                .map(code -> new Code(code, Words.of("code." + list + "." + code)))
                .toList());
    }

    private static List<String> layout(String file, String column) {
        try (InputStream in = BackgroundVariables.class.getResourceAsStream("/schemas/intake/" + file + ".json")) {
            if (in == null) {
                throw new IllegalStateException("not in the classpath: schemas/intake/" + file + ".json");
            }
            List<String> codes = new ArrayList<>();
            for (JsonNode field : new JsonMapper().readTree(in).path("schema").path("fields")) {
                if (field.path("name").asText().equals(column)) {
                    field.path("constraints").path("enum").forEach(code -> codes.add(code.asText()));
                }
            }
            return codes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
