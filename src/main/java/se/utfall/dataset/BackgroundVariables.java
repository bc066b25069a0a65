package se.utfall.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /** One of the seven, by its column. */
    private record Field(String column, Function<Background, @Nullable Object> reading) {}

    private static final List<Field> FIELDS = List.of(
            new Field("sex", Background::sex),
            new Field("age_band", Background::ageBand),
            new Field("education_level", Background::educationLevel),
            new Field("newly_arrived", b -> answer(b.newlyArrived())),
            new Field("district", Background::district),
            new Field("measure", Background::measure),
            new Field("workplace", Background::workplace));

    private static @Nullable Integer answer(@Nullable Boolean flag) {
        return flag == null ? null : YesNo.of(flag);
    }

    static List<Variable> of(FollowUpFacts facts) {
        Set<String> ordered = new HashSet<>();
        for (int number = 1; number <= facts.size() && ordered.size() < FIELDS.size(); number++) {
            Background background = facts.background(number);
            for (Field field : FIELDS) {
                if (field.reading.apply(background) != null) {
                    ordered.add(field.column());
                }
            }
        }
        return new BackgroundVariables(ordered).variables();
    }

    private List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (Field field : FIELDS) {
            Missing reason = ordered.contains(field.column()) ? Missing.UNK : Missing.NAP;
            variables.add(new Variable(meaning(field), s -> field.reading.apply(s.background()), s -> reason));
        }
        return variables;
    }

    private static Meaning meaning(Field field) {
        return new Meaning(
                field.column(),
                field.column().equals("newly_arrived") ? ColumnType.INTEGER : ColumnType.VARCHAR,
                Words.of("column." + field.column()),
                Words.NONE,
                values(field),
                List.of(),
                Words.of("derivation." + field.column()),
                List.of(Missing.UNK, Missing.NAP));
    }

    private static Values values(Field field) {
        return switch (field.column()) {
            case "sex" -> codes("sex", layout("inskrivning", "kon"));
            case "education_level" -> codes("education_level", layout("inskrivning", "utbildningsniva"));
            case "measure" -> codes("measure", layout("insats", "insatstyp"));
            case "workplace" -> codes("workplace", layout("insats", "arbetsplatstyp"));
            case "age_band" -> codes("age_band", AGE_BANDS);
            case "newly_arrived" -> Values.closed(YesNo.CODES);
            default -> Values.open(List.of());
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
