package se.utfall.linkage;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;

/** One record's values by {@link Target} (Boolean, Long or String; null = unknown), cut into blocks; a block without any value is null. */
final class BlockValues {
    private static final Set<Target> EMPLOYMENT = EnumSet.range(Target.EMPLOYED, Target.INDUSTRY);
    private static final Set<Target> STUDIES = EnumSet.range(Target.IN_STUDIES, Target.SUN_LEVEL);
    private static final Set<Target> ASSISTANCE = EnumSet.range(Target.RECEIVED, Target.END_REASON);
    private static final Set<Target> UNEMPLOYMENT = EnumSet.range(Target.REGISTERED, Target.SUPPORT);
    private static final Set<Target> INCOME = EnumSet.range(Target.EARNINGS, Target.DISPOSABLE);

    private final Map<Target, Object> values = new EnumMap<>(Target.class);

    void put(Target target, Object value) {
        values.put(target, value);
    }

    @Nullable Employment employment() {
        if (empty(EMPLOYMENT)) {
            return null;
        }
        String status = text(Target.MAIN_STATUS);
        return new Employment(
                truth(Target.EMPLOYED),
                status == null ? null : MainStatus.valueOf(status),
                truth(Target.SUBSIDISED),
                truth(Target.MUNICIPAL_PROGRAMME_JOB),
                count(Target.EMPLOYERS),
                text(Target.INDUSTRY));
    }

    @Nullable Studies studies() {
        return empty(STUDIES) ? null : new Studies(truth(Target.IN_STUDIES), text(Target.SUN_LEVEL));
    }

    @Nullable SocialAssistance socialAssistance() {
        return empty(ASSISTANCE)
                ? null
                : new SocialAssistance(
                        truth(Target.RECEIVED),
                        number(Target.HOUSEHOLD_AMOUNT),
                        count(Target.HOUSEHOLD_MEMBERS),
                        text(Target.OBSTACLE),
                        text(Target.END_REASON));
    }

    @Nullable Unemployment unemployment() {
        return empty(UNEMPLOYMENT)
                ? null
                : new Unemployment(
                        truth(Target.REGISTERED),
                        text(Target.CATEGORY),
                        count(Target.OPEN_DAYS),
                        count(Target.PROGRAMME_DAYS),
                        text(Target.PROGRAMME),
                        number(Target.INSURANCE),
                        number(Target.SUPPORT));
    }

    @Nullable Income income() {
        return empty(INCOME) ? null : new Income(number(Target.EARNINGS), number(Target.DISPOSABLE));
    }

    private boolean empty(Set<Target> block) {
        return Collections.disjoint(values.keySet(), block);
    }

    private @Nullable Boolean truth(Target target) {
        return (Boolean) values.get(target);
    }

    private @Nullable Long number(Target target) {
        return (Long) values.get(target);
    }

    private @Nullable Integer count(Target target) {
        Long number = number(target);
        return number == null ? null : Math.toIntExact(number);
    }

    private @Nullable String text(Target target) {
        return (String) values.get(target);
    }
}
