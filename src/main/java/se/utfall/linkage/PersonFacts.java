package se.utfall.linkage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.order.FollowUpFacts;
import se.utfall.outcome.CohortRole;
import se.utfall.outcome.PersonKey;

/**
 * What a delivery's records need to know of one running number, as it was at linking.
 *
 * @param anchorMonth month index, {@link FollowUpFacts#NONE} without one; so {@code exitMonth}
 * @param deceasedOn day of the epoch, {@link #NEVER} when alive; so {@code emigratedOn}
 */
record PersonFacts(
        PersonKey key,
        int anchorMonth,
        int exitMonth,
        long deceasedOn,
        long emigratedOn,
        boolean personnummer,
        boolean recalled,
        CohortRole role) {
    static final long NEVER = Long.MAX_VALUE;

    static PersonFacts of(FollowUpFacts facts, int runningNumber) {
        return new PersonFacts(
                facts.personKey(runningNumber),
                facts.anchorMonth(runningNumber),
                facts.exitMonth(runningNumber),
                day(facts.deceasedOn(runningNumber)),
                day(facts.emigratedOn(runningNumber)),
                facts.personnummer(runningNumber),
                facts.recalled(runningNumber),
                facts.role(runningNumber));
    }

    void write(DataOutputStream out) throws IOException {
        out.write(key.bytes());
        out.writeInt(anchorMonth);
        out.writeInt(exitMonth);
        out.writeLong(deceasedOn);
        out.writeLong(emigratedOn);
        out.writeBoolean(personnummer);
        out.writeBoolean(recalled);
        out.writeUTF(role.name());
    }

    static PersonFacts read(DataInputStream in) throws IOException {
        return new PersonFacts(
                new PersonKey(in.readNBytes(PersonKey.LENGTH)),
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                in.readBoolean(),
                in.readBoolean(),
                CohortRole.valueOf(in.readUTF()));
    }

    private static long day(@Nullable LocalDate date) {
        return date == null ? NEVER : date.toEpochDay();
    }
}
