package se.utfall.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import se.utfall.register.FactType;

/** The seven layouts, read from {@code schemas/intake/} (Frictionless Table Schema); one that lacks something fails the start. */
final class Layouts {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Map<FactType, Layout> byType = new EnumMap<>(FactType.class);

    private Layouts() {}

    static Layouts load() {
        Layouts layouts = new Layouts();
        for (FactType type : FactType.values()) {
            layouts.byType.put(type, layout(type, resource(type.fileType() + ".json")));
        }
        return layouts;
    }

    Layout of(FactType type) {
        Layout layout = byType.get(type);
        if (layout == null) {
            throw new IllegalStateException("no layout for " + type);
        }
        return layout;
    }

    /** A file of {@code schemas/intake/}. */
    static JsonNode resource(String name) {
        try (InputStream in = Layouts.class.getResourceAsStream("/schemas/intake/" + name)) {
            if (in == null) {
                throw new IllegalStateException("not in the classpath: schemas/intake/" + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static Layout layout(FactType type, JsonNode file) {
        JsonNode schema = file.required("schema");
        List<Column> columns = new ArrayList<>();
        schema.required("fields").forEach(f -> columns.add(column(f)));
        List<List<String>> notBefore = new ArrayList<>();
        schema.required("utfall:notBefore").forEach(p -> notBefore.add(texts(p)));
        return Layout.of(type, columns, texts(schema.required("primaryKey")), notBefore);
    }

    private static Column column(JsonNode field) {
        JsonNode constraints = field.required("constraints");
        Column.Kind kind = Column.Kind.of(field.required("utfall:kind").asText());
        Set<String> codes = switch (kind) {
            case CODE -> set(constraints.required("enum"));
            case OPEN_CODE -> set(field.required("utfall:known"));
            default -> Set.of();
        };
        JsonNode pattern = constraints.get("pattern");
        boolean number = kind == Column.Kind.INTEGER;
        return new Column(
                field.required("name").asText(),
                kind,
                constraints.required("required").booleanValue(),
                pattern == null ? null : Pattern.compile(pattern.asText()),
                codes,
                number ? limit(constraints, "minimum") : null,
                number ? limit(constraints, "maximum") : null);
    }

    private static @Nullable Integer limit(JsonNode constraints, String name) {
        JsonNode limit = constraints.get(name);
        return limit == null ? null : Integer.valueOf(limit.intValue());
    }

    private static Set<String> set(JsonNode array) {
        return texts(array).stream().collect(Collectors.toUnmodifiableSet());
    }
}
