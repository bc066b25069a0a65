package se.utfall.linkage;

import org.jspecify.annotations.Nullable;
import se.utfall.outcome.MainStatus;
import se.utfall.outcome.OutcomeRecord.Employment;
import se.utfall.outcome.OutcomeRecord.Income;
import se.utfall.outcome.OutcomeRecord.SocialAssistance;
import se.utfall.outcome.OutcomeRecord.Studies;
import se.utfall.outcome.OutcomeRecord.Unemployment;

/** One record's values by {@link Target} (Boolean, Long or String; null = unknown), cut into blocks; a block without any value is null. */
final class BlockValues {
    private final @Nullable Object[] values = new @Nullable Object[Target.values().length];

    void put(Target target, Object value) {
        values[target.ordinal()] = value;
    }

    @Nullable Employment employment() {
        if (empty(Target.EMPLOYED, Target.INDUSTRY)) {
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
        return empty(Target.IN_STUDIES, Target.SUN_LEVEL)
                ? null
                : new Studies(truth(Target.IN_STUDIES), text(Target.SUN_LEVEL));
    }

    @Nullable SocialAssistance socialAssistance() {
        return empty(Target.RECEIVED, Target.END_REASON)
                ? null
                : new SocialAssistance(
                        truth(Target.RECEIVED),
                        number(Target.HOUSEHOLD_AMOUNT),
                        count(Target.HOUSEHOLD_MEMBERS),
                        text(Target.OBSTACLE),
                        text(Target.END_REASON));
    }

    @Nullable Unemployment unemployment() {
        return empty(Target.REGISTERED, Target.SUPPORT)
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
        return empty(Target.EARNINGS, Target.DISPOSABLE)
                ? null
                : new Income(number(Target.EARNINGS), number(Target.DISPOSABLE));
    }

    private boolean empty(Target first, Target last) {
        for (int i = first.ordinal(); i <= last.ordinal(); i++) {
            if (values[i] != null) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Boolean truth(Target target) {
        return (Boolean) values[target.ordinal()];
    }

    private @Nullable Long number(Target target) {
        return (Long) values[target.ordinal()];
    }

    private @Nullable Integer count(Target target) {
        Long number = number(target);
        return number == null ? null : Math.toIntExact(number);
    }

    private @Nullable String text(Target target) {
        return (String) values[target.ordinal()];
    }
}
