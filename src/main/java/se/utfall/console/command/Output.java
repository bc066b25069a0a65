package se.utfall.console.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
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
import se.utfall.exchange.PackageName;
import se.utfall.intake.FileReport;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.LinkedDelivery.TableLedger;
import se.utfall.linkage.ResultDelivery;
import se.utfall.notice.Messages;
import se.utfall.order.OrderId;

/** Prints an answer as words in the user's language, or as JSON. */
final class Output {
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
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
        for (Class<?> type : new Class<?>[] {
            Instant.class, LocalDate.class, YearMonth.class, Path.class, OrderId.class, DeliveryId.class
        }) {
            module.addSerializer(type, ToStringSerializer.instance);
        }
        module.setMixInAnnotation(PackageName.class, Named.class);
        for (Class<?> type :
                new Class<?>[] {FileReport.class, LinkedDelivery.class, ResultDelivery.class, TableLedger.class}) {
            module.setMixInAnnotation(type, Balanced.class);
        }
        return module;
    }

    /** A package's name is shown as the file's. */
    private interface Named {
        @JsonValue
        String fileName();
    }

    /** Whether a ledger closes is shown beside its counts. */
    private interface Balanced {
        @JsonProperty("balanced")
        boolean balanced();
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
            print(JSON.createObjectNode().put("message", key).put("text", text));
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
