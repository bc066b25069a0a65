package se.utfall.order;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping in an order file; reading a field that is missing or wrong notes a problem and goes on. */
final class OrderFileNode {
    private final @Nullable Node node;
    private final String path;
    private final OrderFileProblems problems;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    OrderFileNode(@Nullable Node node, String path, OrderFileProblems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::field);
        } else if (node != null) {
            problems.add(node, path.isEmpty() ? "-" : path, "MAPPING");
        }
    }

    private void field(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (fields.put(key, tuple.getValueNode()) != null) {
            problems.add(tuple.getKeyNode(), name(key), "TWICE");
        }
    }

    OrderFileNode child(String key) {
        Node child = find(key);
        if (child == null) {
            problems.add(node, name(key), "MISSING");
        }
        return new OrderFileNode(child, name(key), problems);
    }

    Map<String, Node> all() {
        asked.addAll(fields.keySet());
        return fields;
    }

    @Nullable String optional(String key) {
        Node value = find(key);
        if (value == null) {
            return null;
        }
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problems.add(value, name(key), "TEXT");
        return null;
    }

    String text(String key) {
        String value = optional(key);
        if (value == null) {
            if (!fields.containsKey(key)) {
                problems.add(node, name(key), "MISSING");
            }
            return "";
        }
        return value;
    }

    /** A text read by {@code reader}, which throws a runtime exception on what it cannot read. */
    <T> T read(String key, Function<String, T> reader, String expected, T otherwise) {
        String value = text(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            return reader.apply(value);
        } catch (RuntimeException e) {
            problems.add(fields.get(key), name(key), "EXPECTED", expected);
            return otherwise;
        }
    }

    String matching(String key, String pattern, String expected) {
        String value = text(key);
        if (!value.isEmpty() && !value.matches(pattern)) {
            problems.add(fields.get(key), name(key), "EXPECTED", expected);
        }
        return value;
    }

    /** The scalars of a list that may be left out. */
    List<ScalarNode> list(String key) {
        Node value = find(key);
        return value == null ? List.of() : scalars(value, name(key), problems);
    }

    static List<ScalarNode> scalars(Node value, String name, OrderFileProblems problems) {
        List<ScalarNode> scalars = new ArrayList<>();
        if (value instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                    scalars.add(scalar);
                } else {
                    problems.add(item, name, "TEXT");
                }
            }
        } else {
            problems.add(value, name, "LIST");
        }
        return scalars;
    }

    /** Notes a problem with the field as a whole. */
    void problem(String key, String code, Object... arguments) {
        problems.add(fields.getOrDefault(key, node), name(key), code, arguments);
    }

    /** Notes every field that nobody asked for: a misspelt key must not be lost silently. */
    void unknown() {
        fields.forEach((key, value) -> {
            if (!asked.contains(key)) {
                String code = KnownVariables.disability(key) ? "DISABILITY" : "UNKNOWN_FIELD";
                problems.add(value, name(key.matches("[A-Za-z]{1,40}") ? key : "?"), code);
            }
        });
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    @Nullable Node optionalNode(String key) {
        return find(key);
    }

    private @Nullable Node find(String key) {
        asked.add(key);
        return fields.get(key);
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
