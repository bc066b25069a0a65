package se.utfall.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.utfall.linkage.LinkedRecord;
import se.utfall.outcome.OutcomeRecord;

/** A batch's messages between start and end, in order. */
interface Bodies {
    /** Null at the end. */
    @Nullable Outgoing next();

    /** How many messages go into one broker transaction. */
    int perCommit();

    /** One record per message, single-object encoded; grouped so that one person's records stay in order. */
    static Bodies records(BatchReading reading, byte[] header) {
        return new Bodies() {
            @Override
            public @Nullable Outgoing next() {
                BatchReading.Read read = reading.next();
                return read == null ? null : message(read, header);
            }

            @Override
            public int perCommit() {
                return 1_000;
            }
        };
    }

    /** Up to 1 000 records per message, as an Avro object container file. */
    static Bodies blocks(BatchReading reading, String batchId) {
        return new Bodies() {
            @Override
            public @Nullable Outgoing next() {
                List<byte[]> binaries = new ArrayList<>(BlockFile.RECORDS);
                long first = reading.seq() + 1;
                while (binaries.size() < BlockFile.RECORDS) {
                    BatchReading.Read read = reading.next();
                    if (read == null) {
                        break;
                    }
                    binaries.add(read.binary());
                }
                String id = batchId + ":" + first;
                return binaries.isEmpty()
                        ? null
                        : new Outgoing(first, binaries.size(), id, EventTypes.BLOCK, null, BlockFile.of(id, binaries));
            }

            @Override
            public int perCommit() {
                return 16;
            }
        };
    }

    private static Outgoing message(BatchReading.Read read, byte[] header) {
        LinkedRecord linked = read.linked();
        OutcomeRecord outcome = linked.record();
        byte[] body = new byte[header.length + read.binary().length];
        System.arraycopy(header, 0, body, 0, header.length);
        System.arraycopy(read.binary(), 0, body, header.length, read.binary().length);
        return new Outgoing(
                read.seq(),
                1,
                outcome.recordId() + ":" + outcome.recordVersion(),
                EventTypes.of(outcome.operation()),
                Integer.toString(linked.group()),
                body);
    }
}
