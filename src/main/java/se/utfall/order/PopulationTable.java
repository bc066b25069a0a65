package se.utfall.order;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.PersonKey;
import se.utfall.person.NumberKind;

/**
 * The frozen population by running number, {@link #WIDTH} bytes a person, as it lies in the sealed file: person key, kind of number, anchor's dates
 * and allow-listed background. Never a personal number.
 * <p>File: magic, number of words, the words, number of persons, the records. A word is a code; word 0 is "none".
 */
final class PopulationTable {
    private static final int MAGIC = 0x55504F31;
    private static final int WIDTH = PersonKey.LENGTH + 1 + 4 + 4 + 2 * 7;
    private static final int KIND = PersonKey.LENGTH;
    private static final int PERSONNUMMER = 1;
    private static final int COMPARISON = 2;
    private static final int START = KIND + 1;
    private static final int END = START + 4;
    private static final int WORD = END + 4;
    private final List<String> words;
    private final ByteBuffer records;
    private final int size;

    private PopulationTable(List<String> words, byte[] records, int size) {
        this.words = words;
        this.records = ByteBuffer.wrap(records);
        this.size = size;
    }

    static PopulationTable of(OrderFile file, List<Member> members) {
        Map<String, Integer> words = new LinkedHashMap<>(Map.of("", 0));
        ByteBuffer records = ByteBuffer.allocate(WIDTH * members.size());
        for (Member member : members) {
            put(records, member);
            BackgroundAtFreeze.of(member, file)
                    .forEach(word -> records.putShort(index(words, word == null ? "" : word)));
        }
        return new PopulationTable(new ArrayList<>(words.keySet()), records.array(), members.size());
    }

    private static void put(ByteBuffer records, Member member) {
        LocalDate end = member.spell().end();
        records.put(member.person().bytes())
                .put(kind(member))
                .putInt((int) member.spell().start().toEpochDay())
                .putInt(end == null ? FollowUpFacts.NONE : (int) end.toEpochDay());
    }

    private static byte kind(Member member) {
        int kind = member.spell().number().kind() == NumberKind.PERSONNUMMER ? PERSONNUMMER : 0;
        return (byte) (member.comparison() ? kind | COMPARISON : kind);
    }

    private static short index(Map<String, Integer> words, String word) {
        Integer index = words.computeIfAbsent(word, w -> words.size());
        if (index > Short.MAX_VALUE) {
            throw new IllegalStateException("more than " + Short.MAX_VALUE + " codes in one population");
        }
        return index.shortValue();
    }

    void write(OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeInt(words.size());
        for (String word : words) {
            out.writeUTF(word);
        }
        out.writeInt(size);
        out.write(records.array());
        out.flush();
    }

    static PopulationTable read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (in.readInt() != MAGIC) {
            throw new IOException("not a population table of this version");
        }
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(in.readUTF());
        }
        int size = in.readInt();
        byte[] records = in.readNBytes(Math.multiplyExact(size, WIDTH));
        if (records.length != size * WIDTH || in.read() != -1) {
            throw new IOException("a population table of another length than it says");
        }
        return new PopulationTable(words, records, size);
    }

    int size() {
        return size;
    }

    PersonKey person(int runningNumber) {
        int at = at(runningNumber);
        return new PersonKey(Arrays.copyOfRange(records.array(), at, at + PersonKey.LENGTH));
    }

    boolean personnummer(int runningNumber) {
        return (records.get(at(runningNumber) + KIND) & PERSONNUMMER) != 0;
    }

    /** A comparison person; then {@link #end} is the assigned index date. */
    boolean comparison(int runningNumber) {
        return (records.get(at(runningNumber) + KIND) & COMPARISON) != 0;
    }

    LocalDate start(int runningNumber) {
        return LocalDate.ofEpochDay(records.getInt(at(runningNumber) + START));
    }

    @Nullable LocalDate end(int runningNumber) {
        int day = records.getInt(at(runningNumber) + END);
        return day == FollowUpFacts.NONE ? null : LocalDate.ofEpochDay(day);
    }

    FollowUpFacts.Background background(int runningNumber) {
        int at = at(runningNumber);
        String newly = word(at, 6);
        return new FollowUpFacts.Background(
                word(at, 0),
                word(at, 1),
                word(at, 2),
                newly == null ? null : Boolean.valueOf(newly),
                word(at, 3),
                word(at, 4),
                word(at, 5));
    }

    private @Nullable String word(int at, int which) {
        int index = records.getShort(at + WORD + 2 * which);
        return index == 0 ? null : words.get(index);
    }

    private int at(int runningNumber) {
        if (runningNumber < 1 || runningNumber > size) {
            throw new IndexOutOfBoundsException("running number outside 1.." + size);
        }
        return (runningNumber - 1) * WIDTH;
    }
}
