package se.utfall.demo.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Repeatable chance (SplitMix64): the same seed, purpose and number give the same throws on every Java. */
final class Dice {
    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String purpose, long which) {
        long start = seed;
        for (int i = 0; i < purpose.length(); i++) {
            start = (start ^ purpose.charAt(i)) * 0x100000001b3L;
        }
        Dice dice = new Dice(start ^ (which * 0x9e3779b97f4a7c15L));
        dice.next();
        return dice;
    }

    long next() {
        state += 0x9e3779b97f4a7c15L;
        long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** From {@code low} to {@code high}, both possible. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(int percent) {
        return below(100) < percent;
    }

    String pick(List<String> some) {
        return some.get(below(some.size()));
    }

    LocalDate day(LocalDate first, LocalDate last) {
        return first.plusDays(below((int) ChronoUnit.DAYS.between(first, last) + 1));
    }
}
