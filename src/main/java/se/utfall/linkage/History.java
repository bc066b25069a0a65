package se.utfall.linkage;

import java.util.List;
import se.utfall.outcome.SourceRegister;
import se.utfall.outcome.SourceStatus;

/** What an order's accepted deliveries have said so far of a register and period. */
record History(List<StoredDelivery> deliveries) {
    boolean definitive(SourceRegister register, int monthIndex) {
        return deliveries.stream()
                .flatMap(d -> d.periods().stream())
                .anyMatch(p -> covers(p, register, monthIndex) && p.definitive());
    }

    int recordVersion(SourceRegister register, int monthIndex) {
        return 1
                + (int) deliveries.stream()
                        .filter(d -> d.periods().stream().anyMatch(p -> covers(p, register, monthIndex)))
                        .count();
    }

    /** 0 when none covered it. */
    int latestSequence(SourceRegister register, int monthIndex) {
        return deliveries.stream()
                .filter(d -> d.periods().stream().anyMatch(p -> covers(p, register, monthIndex)))
                .mapToInt(StoredDelivery::sequence)
                .max()
                .orElse(0);
    }

    SourceStatus status(SourceRegister register, int monthIndex, boolean definitive) {
        if (!definitive) {
            return SourceStatus.PRELIMINARY;
        }
        return definitive(register, monthIndex) ? SourceStatus.REVISED : SourceStatus.FINAL;
    }

    private static boolean covers(StoredDelivery.Period p, SourceRegister register, int monthIndex) {
        return p.register() == register && p.monthIndex() == monthIndex;
    }
}
