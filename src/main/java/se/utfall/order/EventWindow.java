package se.utfall.order;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The first and the last day on which an order's events may lie; without a first day when all since the beginning count. */
public record EventWindow(@Nullable LocalDate from, LocalDate to) {}
