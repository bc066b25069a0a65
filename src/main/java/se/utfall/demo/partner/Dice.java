package se.utfall.demo.partner;

import java.util.List;

/** Repeatable chance: seed, person, purpose and place decide every throw, whatever was thrown before. */
record Dice(long seed, long person) {
    private static final long STEP = 0x9e3779b97f4a7c15L;

    /** What a throw is for; each has throws of its own. */
    enum Purpose {
        COURSE,
        DELAY,
        LENGTH,
        FATE,
        ABSENCE,
        STATUS,
        INDUSTRY,
        SUBSIDY,
        EMPLOYERS,
        MISSING,
        LATE,
        AID,
        AID_END,
        AMOUNT,
        HOUSEHOLD,
        OBSTACLE,
        REGISTERED,
        DAYS,
        PROGRAMME,
        INSURANCE,
        WAGE,
        EDUCATION,
        PLACE,
        PLANT,
        PLANT_FORM;

        /** String hashes are the same on every Java. */
        private final long salt = mix(name().hashCode() * STEP);
    }

    /** From 0 to below the bound. */
    int below(int bound, Purpose purpose, long place) {
        long thrown = mix(mix(mix(seed ^ purpose.salt) + person * STEP) + place * STEP);
        return (int) Long.remainderUnsigned(thrown, bound);
    }

    boolean perMille(int chance, Purpose purpose, long place) {
        return below(1000, purpose, place) < chance;
    }

    String pick(List<String> some, Purpose purpose, long place) {
        return some.get(below(some.size(), purpose, place));
    }

    @Override
    public String toString() {
        return "dice";
    }

    private static long mix(long value) {
        long z = value + STEP;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
