package se.utfall;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.utfall.notice.Messages;

/**
 * Whatever a person is asked to do or told has words in both languages. Reads the sources: the code of every {@code raise(...)} is followed to the constants it can
 * be, through parameters and local variables; a code that cannot be followed fails the test.
 */
class RaisedCodesTest {
    private static final String UNKNOWN = "?";
    private final SourceTrees sources = new SourceTrees();
    private final Map<String, String> constants = new HashMap<>();
    private final Map<String, List<String>> taskEnums = new HashMap<>();
    private final Map<String, List<TreePath>> callsByName = new HashMap<>();

    RaisedCodesTest() {
        sources.each(VariableTree.class, this::constant);
        sources.each(ClassTree.class, this::enumOfTasks);
        sources.each(
                MethodInvocationTree.class,
                (room, path) -> callsByName
                        .computeIfAbsent(
                                room + " " + name((MethodInvocationTree) path.getLeaf()), k -> new ArrayList<>())
                        .add(path));
    }

    @Test
    void everyTaskHasWordsInBothLanguages() {
        Set<String> raised = new TreeSet<>();
        sources.each(MethodInvocationTree.class, (room, path) -> raised.addAll(tasks(room, path)));

        assertThat(raised).as("codes that could not be followed").noneMatch(task -> task.contains(UNKNOWN));
        assertThat(raised)
                .contains("intake FIL_UNDANLAGD", "flow ROUTE_FAILS", "publish RECORD_COUNT_DIFFERS", "order RECALL");
        assertThat(raised).allSatisfy(task -> worded(task, "task."));
    }

    @Test
    void everyRowThatTheRegisterRefusesOrFlagsHasWordsInBothLanguages() {
        Set<String> found = new TreeSet<>();
        sources.each(NewClassTree.class, (room, path) -> {
            NewClassTree made = (NewClassTree) path.getLeaf();
            String type = made.getIdentifier().toString();
            if (type.endsWith("RowRefusal") || type.endsWith("RowFlag")) {
                values(room, made.getArguments().get(2), path).forEach(code -> found.add("intake " + code));
            }
        });

        assertThat(found).filteredOn(f -> !f.contains(UNKNOWN)).allSatisfy(finding -> worded(finding, "finding."));
    }

    private static void worded(String roomAndCode, String prefix) {
        String room = roomAndCode.substring(0, roomAndCode.indexOf(' '));
        String key = prefix + roomAndCode.substring(room.length() + 1);
        assertThat(Messages.has(Messages.SWEDISH, room, key))
                .as("Swedish %s of %s", key, room)
                .isTrue();
        assertThat(Messages.has(Locale.ENGLISH, room, key))
                .as("English %s of %s", key, room)
                .isTrue();
        assertThat(Messages.text(Messages.SWEDISH, room, key, "x"))
                .as("the Swedish and the English %s of %s", key, room)
                .isNotEqualTo(Messages.text(Locale.ENGLISH, room, key, "x"));
    }

    /** {@code room code} of a call of {@code Tasks.raise([handle,] room, code, subject)}. */
    private Set<String> tasks(String room, TreePath call) {
        MethodInvocationTree invocation = (MethodInvocationTree) call.getLeaf();
        boolean raises =
                name(invocation).equals("raise") && receiver(invocation).matches("(.*\\.)?tasks(\\(\\))?");
        if (!raises) {
            return Set.of();
        }
        List<? extends ExpressionTree> arguments = invocation.getArguments();
        Set<String> found = new TreeSet<>();
        for (String owner : values(room, arguments.get(arguments.size() - 3), call)) {
            values(room, arguments.get(arguments.size() - 2), call).forEach(code -> found.add(owner + " " + code));
        }
        return found;
    }

    private Set<String> values(String room, ExpressionTree expression, TreePath at) {
        if (expression instanceof LiteralTree literal) {
            return Set.of(String.valueOf(literal.getValue()));
        }
        if (expression instanceof ParenthesizedTree inner) {
            return values(room, inner.getExpression(), at);
        }
        if (expression instanceof ConditionalExpressionTree either) {
            return union(values(room, either.getTrueExpression(), at), values(room, either.getFalseExpression(), at));
        }
        if (expression instanceof MemberSelectTree member) {
            return ofConstant(room, member.getIdentifier().toString()).orElse(Set.of(UNKNOWN + member));
        }
        if (expression instanceof MethodInvocationTree call && name(call).equals("name")) {
            return ofEnum(room, receiver(call));
        }
        return expression instanceof IdentifierTree name
                ? ofName(room, name.getName().toString(), at)
                : Set.of(UNKNOWN + expression);
    }

    private Optional<Set<String>> ofConstant(String room, String name) {
        return Optional.ofNullable(constants.get(room + " " + name)).map(Set::of);
    }

    private Set<String> ofEnum(String room, String receiver) {
        List<String> all = taskEnums.getOrDefault(room, List.of());
        String last = receiver.substring(receiver.lastIndexOf('.') + 1);
        return all.contains(last) ? Set.of(last) : all.isEmpty() ? Set.of(UNKNOWN + receiver) : new TreeSet<>(all);
    }

    private Set<String> ofName(String room, String name, TreePath at) {
        return ofConstant(room, name).orElseGet(() -> {
            MethodTree method = enclosing(at);
            for (int i = 0; method != null && i < method.getParameters().size(); i++) {
                if (method.getParameters().get(i).getName().contentEquals(name)) {
                    return passed(room, method, i);
                }
            }
            return method == null ? Set.of(UNKNOWN + name) : ofVariable(room, name, method, at);
        });
    }

    /** What callers in the room pass as the method's parameter. */
    private Set<String> passed(String room, MethodTree method, int index) {
        Set<String> found = new TreeSet<>();
        for (TreePath path : callsByName.getOrDefault(room + " " + method.getName(), List.of())) {
            MethodInvocationTree call = (MethodInvocationTree) path.getLeaf();
            boolean ours = call.getArguments().size() == method.getParameters().size() && enclosing(path) != method;
            if (ours && !receiver(call).matches("(.*\\.)?tasks(\\(\\))?")) {
                found.addAll(values(room, call.getArguments().get(index), path));
            }
        }
        return found.isEmpty() ? Set.of(UNKNOWN + method.getName()) : found;
    }

    private Set<String> ofVariable(String room, String name, MethodTree method, TreePath at) {
        Set<String> found = new TreeSet<>();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getName().contentEquals(name) && variable.getInitializer() != null) {
                    found.addAll(values(room, variable.getInitializer(), at));
                }
                return super.visitVariable(variable, null);
            }
        }.scan(new TreePath(at.getParentPath(), method), null);
        return found.isEmpty() ? Set.of(UNKNOWN + name) : found;
    }

    private void constant(String room, TreePath path) {
        VariableTree variable = (VariableTree) path.getLeaf();
        boolean fixed = variable.getModifiers().getFlags().toString().contains("static");
        if (fixed
                && variable.getInitializer() instanceof LiteralTree literal
                && literal.getValue() instanceof String text) {
            constants.put(room + " " + variable.getName(), text);
        }
    }

    /** An enum whose own javadoc says that its names are codes of tasks. */
    private void enumOfTasks(String room, TreePath path) {
        ClassTree type = (ClassTree) path.getLeaf();
        String doc = String.valueOf(DocTrees.instance(sources.task()).getDocComment(path));
        if (type.getKind() == Tree.Kind.ENUM && doc.contains("task.")) {
            Stream<VariableTree> members = type.getMembers().stream()
                    .filter(VariableTree.class::isInstance)
                    .map(VariableTree.class::cast);
            members.filter(m -> m.getType() instanceof IdentifierTree t
                            && t.getName().equals(type.getSimpleName()))
                    .forEach(m -> taskEnums
                            .computeIfAbsent(room, r -> new ArrayList<>())
                            .add(m.getName().toString()));
        }
    }

    private static MethodTree enclosing(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof MethodTree method) {
                return method;
            }
        }
        return null;
    }

    private static String name(MethodInvocationTree call) {
        ExpressionTree method = call.getMethodSelect();
        return method instanceof MemberSelectTree m ? m.getIdentifier().toString() : method.toString();
    }

    private static String receiver(MethodInvocationTree call) {
        return call.getMethodSelect() instanceof MemberSelectTree m
                ? m.getExpression().toString()
                : "";
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new TreeSet<>(a);
        both.addAll(b);
        return both;
    }
}
