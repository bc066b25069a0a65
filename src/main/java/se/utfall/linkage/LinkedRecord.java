package se.utfall.linkage;

import java.util.Map;
import se.utfall.outcome.OutcomeRecord;

/**
 * An outcome record with the running number it belongs to inside the house; {@code group} is 0 to 63, from the record id's key.
 *
 * @param beside what the row says in ordered columns that the record has no field for, by the mapping's column name: whole numbers in the mapping's unit times its factor
 *     (ore for money), codes as text, J/N as truth; unknown ones are not there. For datasets only
 */
public record LinkedRecord(int runningNumber, int group, OutcomeRecord record, Map<String, Object> beside) {
    public LinkedRecord(int runningNumber, int group, OutcomeRecord record) {
        this(runningNumber, group, record, Map.of());
    }
}
