package se.utfall.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One current cost; {@code amountOre} in ore, may be negative. */
public record BookedCost(
        String costId,
        String measureType,
        @Nullable String unit,
        LocalDate periodStart,
        LocalDate periodEnd,
        String kind,
        long amountOre,
        @Nullable Integer participants) {}
