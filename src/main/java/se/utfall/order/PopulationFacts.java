package se.utfall.order;

import java.time.LocalDate;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.Periods;
import se.utfall.outcome.PersonKey;

/** Follow-up facts over the compact table and arrays: about 60 bytes a person. */
final class PopulationFacts implements FollowUpFacts {
    private final PopulationTable table;
    private final StandingNow now;
    private final Anchor anchor;
    private final BitSet recalled;

    /** @param marked numbers already marked as recalled */
    PopulationFacts(PopulationTable table, StandingNow now, Anchor anchor, BitSet marked) {
        this.table = table;
        this.now = now;
        this.anchor = anchor;
        this.recalled = (BitSet) marked.clone();
        for (int number = 1; number <= table.size(); number++) {
            if (now.recallReason(number) != null) {
                recalled.set(number);
            }
        }
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public Anchor anchor() {
        return anchor;
    }

    @Override
    public boolean recalled(int runningNumber) {
        return recalled.get(runningNumber);
    }

    @Override
    public boolean personnummer(int runningNumber) {
        return table.personnummer(runningNumber);
    }

    @Override
    public int anchorMonth(int runningNumber) {
        boolean atStart = anchor == Anchor.INTERVENTION_START && !table.comparison(runningNumber);
        LocalDate date = atStart ? table.start(runningNumber) : table.end(runningNumber);
        return date == null ? NONE : Periods.monthIndex(date);
    }

    @Override
    public int exitMonth(int runningNumber) {
        return now.exitMonth(runningNumber);
    }

    @Override
    public @Nullable LocalDate deceasedOn(int runningNumber) {
        return now.deceasedOn(runningNumber);
    }

    @Override
    public @Nullable LocalDate emigratedOn(int runningNumber) {
        return now.emigratedOn(runningNumber);
    }

    @Override
    public PersonKey personKey(int runningNumber) {
        return table.person(runningNumber);
    }

    @Override
    public CohortRole role(int runningNumber) {
        return table.comparison(runningNumber) ? CohortRole.COMPARISON : CohortRole.PARTICIPANT;
    }

    @Override
    public Background background(int runningNumber) {
        return table.background(runningNumber);
    }
}
