package se.utfall.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.PersonKey;
import se.utfall.register.RatedAnswer;

/**
 * Self-ratings of the order's participants, question by question: the first and the last answer given within one and the same measure, of several the one begun latest.
 * Another version of the instrument is another question: its answers are never compared.
 */
final class Ratings {
    private final Map<PersonKey, String> measures = new HashMap<>();
    private final Map<Question, Map<PersonKey, List<RatedAnswer>>> answers =
            new TreeMap<>(Comparator.comparing(Question::instrument)
                    .thenComparing(Question::version)
                    .thenComparing(Question::question)
                    .thenComparing(Question::low)
                    .thenComparing(Question::high));

    private Ratings() {}

    /** What was asked. */
    record Question(String instrument, String version, String question, int low, int high) {}

    /**
     * One person's answers to it.
     *
     * @param after null: not asked again
     */
    record Pair(int before, @Nullable Integer after) {}

    static Ratings read(RegisterDoor register, FollowUpFacts facts) {
        Ratings ratings = new Ratings();
        for (int number = 1; number <= facts.size(); number++) {
            if (facts.role(number) == CohortRole.PARTICIPANT && !facts.recalled(number)) {
                String measure = facts.background(number).measure();
                ratings.measures.put(facts.personKey(number), measure == null ? "" : measure);
            }
        }
        register.eachRating(ratings::add);
        return ratings;
    }

    private void add(RatedAnswer answer) {
        String measure = measures.get(answer.person());
        boolean counts = measure != null && answer.usable() && answer.answer() != null && answer.measureId() != null;
        if (counts && (Objects.requireNonNull(measure).isEmpty() || measure.equals(answer.measureType()))) {
            Question question = new Question(
                    answer.instrument(),
                    answer.instrumentVersion(),
                    answer.question(),
                    answer.scaleMin(),
                    answer.scaleMax());
            answers.computeIfAbsent(question, q -> new HashMap<>())
                    .computeIfAbsent(answer.person(), p -> new ArrayList<>())
                    .add(answer);
        }
    }

    long persons() {
        return measures.size();
    }

    Set<Question> questions() {
        return answers.keySet();
    }

    List<Pair> pairs(Question question) {
        return answers.getOrDefault(question, Map.of()).values().stream()
                .map(Ratings::pair)
                .toList();
    }

    private static Pair pair(List<RatedAnswer> all) {
        Comparator<RatedAnswer> inTime = Comparator.comparing(RatedAnswer::ratedOn)
                .thenComparing(RatedAnswer::round)
                .thenComparing(RatedAnswer::ratingId);
        List<RatedAnswer> sorted = all.stream().sorted(inTime).toList();
        Set<String> begun = new HashSet<>();
        String latest = "";
        for (RatedAnswer answer : sorted) {
            String measure = Objects.requireNonNull(answer.measureId());
            latest = begun.add(measure) ? measure : latest;
        }
        String within = latest;
        List<RatedAnswer> of =
                sorted.stream().filter(a -> within.equals(a.measureId())).toList();
        RatedAnswer first = of.get(0);
        RatedAnswer last = of.get(of.size() - 1);
        boolean again = last.round() > first.round();
        return new Pair(Objects.requireNonNull(first.answer()), again ? last.answer() : null);
    }
}
