package se.utfall.console.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import se.utfall.notice.Messages;

/** Prints an answer as words in the user's language, or as JSON. */
final class Output {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .registerModule(asText());
    private final PrintWriter out;
    private final Locale locale;
    private final boolean json;

    Output(PrintWriter out, Locale locale, boolean json) {
        this.out = out;
        this.locale = locale;
        this.json = json;
    }

    private static SimpleModule asText() {
        SimpleModule module = new SimpleModule();
        for (Class<?> type : new Class<?>[] {Instant.class, LocalDate.class, YearMonth.class, Path.class}) {
            module.addSerializer(type, ToStringSerializer.instance);
        }
        return module;
    }

    void show(Object answer) {
        JsonNode tree = JSON.valueToTree(answer);
        if (json) {
            print(tree);
        } else {
            lines(tree, "");
        }
        out.flush();
    }

    /** A sentence for people; in JSON mode an object with the key. */
    void say(String key, Object... arguments) {
        String text = Messages.text(locale, "console.command", key, arguments);
        if (json) {
            print(JSON.valueToTree(Map.of("message", key, "text", text)));
        } else {
            out.println(text);
        }
        out.flush();
    }

    private void print(JsonNode tree) {
        try {
            out.println(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void lines(JsonNode node, String indent) {
        if (node.isArray()) {
            node.forEach(element -> element(element, indent));
        } else {
            node.properties().forEach(field -> field(field.getKey(), field.getValue(), indent));
        }
    }

    private void element(JsonNode element, String indent) {
        if (element.isValueNode()) {
            out.println(indent + "- " + element.asText());
        } else {
            lines(element, indent);
            out.println();
        }
    }

    private void field(String name, JsonNode value, String indent) {
        if (value.isNull() || (value.isContainerNode() && value.isEmpty())) {
            return;
        }
        if (value.isContainerNode()) {
            out.println(indent + label(name) + ":");
            lines(value, indent + "  ");
        } else {
            out.println(indent + label(name) + ": " + value.asText());
        }
    }

    private String label(String field) {
        String key = "field." + field;
        return Messages.has(locale, "console.command", key) ? Messages.text(locale, "console.command", key) : field;
    }
}
