package se.utfall.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Values;
import se.utfall.dataset.Variable.Subject;
import se.utfall.dataset.worker.Job;
import se.utfall.linkage.Mappings;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderTerms;

/** All columns of one dataset, in their order, and the codes seen in those whose code lists are open. */
final class Variables {
    private final List<Variable> variables;
    private final int width;
    private final Map<String, TreeSet<String>> seen = new LinkedHashMap<>();

    private Variables(List<Variable> variables) {
        this.variables = List.copyOf(variables);
        this.width = variables.stream().mapToInt(Variable::columns).sum();
        for (Variable variable : variables) {
            if (variable.meaning().values().kind() == Values.Kind.OPEN) {
                seen.put(variable.meaning().name(), new TreeSet<>());
            }
        }
    }

    static Variables of(OrderTerms terms, Mappings mappings, FollowUpFacts facts) {
        List<Variable> all = new ArrayList<>(ContextVariables.all());
        all.addAll(BackgroundVariables.of(facts));
        all.addAll(OutcomeVariables.of(terms.variables(), mappings));
        return new Variables(all);
    }

    @Nullable Object[] row(Subject subject) {
        @Nullable Object[] row = new Object[width];
        int at = 0;
        for (Variable variable : variables) {
            int next = variable.put(subject, row, at);
            TreeSet<String> codes = seen.get(variable.meaning().name());
            if (codes != null && row[at] != null) {
                codes.add((String) row[at]);
            }
            at = next;
        }
        return row;
    }

    List<Job.Column> columns() {
        return meanings().stream().map(m -> new Job.Column(m.name(), m.type())).toList();
    }

    boolean has(String column) {
        return variables.stream().anyMatch(v -> v.meaning().name().equals(column));
    }

    /** A meaning per column. Open lists hold the codes seen so far: ask after the last row. */
    List<Meaning> meanings() {
        return variables.stream().flatMap(this::meanings).toList();
    }

    private Stream<Meaning> meanings(Variable variable) {
        Meaning meaning = known(variable.meaning());
        return variable.absence() == null ? Stream.of(meaning) : Stream.of(meaning, meaning.ofMissing());
    }

    private Meaning known(Meaning m) {
        TreeSet<String> codes = seen.get(m.name());
        if (codes == null) {
            return m;
        }
        Values values = new Values(
                Values.Kind.OPEN,
                codes.stream().map(c -> new Code(c, label(m, c))).toList());
        return new Meaning(m.name(), m.type(), m.label(), m.unit(), values, m.origins(), m.derivation(), m.missing());
    }

    private static Words label(Meaning m, String code) {
        return m.values().codes().stream()
                .filter(c -> c.code().equals(code))
                .map(Code::label)
                .findFirst()
                .orElse(Words.NONE);
    }
}
