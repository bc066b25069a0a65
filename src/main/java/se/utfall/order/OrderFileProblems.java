package se.utfall.order;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import se.utfall.notice.Messages;

/** Collects what is wrong with an order file: line, field, what was expected. Never a value: someone may have put a person's there. */
final class OrderFileProblems {
    private final List<String> problems = new ArrayList<>();

    void add(@Nullable Node node, String field, String code, Object... arguments) {
        String where = node == null ? "" : Messages.text(Messages.SWEDISH, "order", "file.line", line(node)) + ", ";
        problems.add(where + field + ": " + Messages.text(Messages.SWEDISH, "order", "file." + code, arguments));
    }

    /** Throws all of them at once, if there are any. */
    void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new OrderRefusedException("ORDER_FILE", String.join("\n", problems));
        }
    }

    private static String line(Node node) {
        return Integer.toString(node.getStartMark().getLine() + 1);
    }
}
