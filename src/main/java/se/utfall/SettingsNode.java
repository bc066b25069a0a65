package se.utfall;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One mapping of the configuration file. Reading a value that is missing or wrong notes a problem with its full name and goes on with a stand-in, so
 * that all problems come out together; {@link #unknown} notes keys nobody asked for.
 */
final class SettingsNode {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
    private final JsonNode node;
    private final String name;
    private final Path base;
    private final List<String> problems;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, SettingsNode> children = new LinkedHashMap<>();

    SettingsNode(JsonNode node, String name, Path base, List<String> problems) {
        this.node = node;
        this.name = name;
        this.base = base;
        this.problems = problems;
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            problems.add(name + ": expected a mapping");
        }
    }

    SettingsNode child(String key) {
        asked.add(key);
        return children.computeIfAbsent(key, k -> {
            JsonNode value = node.path(k);
            return new SettingsNode(value.isNull() ? MissingNode.getInstance() : value, full(k), base, problems);
        });
    }

    <T> Map<String, T> each(String key, Function<SettingsNode, T> make) {
        SettingsNode parent = child(key);
        Map<String, T> made = new LinkedHashMap<>();
        parent.node.fieldNames().forEachRemaining(k -> made.put(k, make.apply(parent.child(k))));
        return made;
    }

    String name() {
        return name;
    }

    String text(String key) {
        String value = textOrNull(key);
        if (value == null) {
            problems.add(full(key) + ": missing");
            return "";
        }
        return value;
    }

    String text(String key, String otherwise) {
        String value = textOrNull(key);
        return value == null ? otherwise : value;
    }

    @Nullable String textOrNull(String key) {
        asked.add(key);
        JsonNode value = node.path(key);
        if (value.isContainerNode()) {
            problems.add(full(key) + ": expected a single value");
            return null;
        }
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    boolean flag(String key, boolean otherwise) {
        String value = text(key, Boolean.toString(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            problems.add(full(key) + ": expected true or false");
        }
        return value.equals("true");
    }

    long number(String key, long otherwise, long low, long high) {
        String value = text(key, Long.toString(otherwise));
        if (value.matches("[0-9]{1,18}") && Long.parseLong(value) >= low && Long.parseLong(value) <= high) {
            return Long.parseLong(value);
        }
        problems.add(full(key) + ": expected a whole number from " + low + " to " + high);
        return otherwise;
    }

    double share(String key, double otherwise) {
        String value = text(key, Double.toString(otherwise));
        if (value.matches("0(\\.[0-9]{1,6})?|1(\\.0+)?")) {
            return Double.parseDouble(value);
        }
        problems.add(full(key) + ": expected a share from 0 to 1");
        return otherwise;
    }

    Duration duration(String key, String otherwise) {
        Matcher m = DURATION.matcher(text(key, otherwise));
        if (!m.matches()) {
            problems.add(full(key) + ": expected a time such as 500ms, 60s, 5m, 72h or 30d");
            return Duration.ZERO;
        }
        long n = Long.parseLong(m.group(1));
        return switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        };
    }

    /** A path; a relative one is meant from the configuration file's folder. */
    Path path(String key, @Nullable Path otherwise) {
        String value = textOrNull(key);
        if (value != null) {
            return base.resolve(value).normalize();
        }
        if (otherwise == null) {
            problems.add(full(key) + ": missing");
            return base;
        }
        return otherwise;
    }

    /** A file that must be there and readable. */
    Path file(String key) {
        int before = problems.size();
        Path path = path(key, null);
        if (problems.size() == before && !Files.isReadable(path)) {
            problems.add(full(key) + ": no readable file there");
        }
        return path;
    }

    @Nullable Path fileOrNull(String key) {
        return textOrNull(key) == null ? null : file(key);
    }

    String matching(String key, String value, String pattern, String expected) {
        if (!value.isEmpty() && !value.matches(pattern)) {
            problems.add(full(key) + ": expected " + expected);
        }
        return value;
    }

    void problem(String key, String words) {
        problems.add(full(key) + ": " + words);
    }

    void unknown() {
        node.fieldNames().forEachRemaining(k -> {
            if (!asked.contains(k)) {
                problems.add(full(k) + ": not a setting");
            }
        });
        children.values().forEach(SettingsNode::unknown);
    }

    private String full(String key) {
        return name.isEmpty() ? key : name + "." + key;
    }
}
