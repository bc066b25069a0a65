package se.utfall.dataset.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the worker found.
 *
 * @param rows rows taken into the table
 * @param byQuestion rows of texts by the question's name
 */
public record Answers(long rows, Map<String, List<List<@Nullable String>>> byQuestion) {
    private static final String MAGIC = "utfall-answers/1";

    void write(DataOutputStream out) throws IOException {
        out.writeUTF(MAGIC);
        out.writeLong(rows);
        out.writeInt(byQuestion.size());
        for (Map.Entry<String, List<List<@Nullable String>>> answer : byQuestion.entrySet()) {
            out.writeUTF(answer.getKey());
            out.writeInt(answer.getValue().size());
            for (List<@Nullable String> row : answer.getValue()) {
                write(out, row);
            }
        }
        out.flush();
    }

    private static void write(DataOutputStream out, List<@Nullable String> row) throws IOException {
        out.writeInt(row.size());
        for (String cell : row) {
            out.writeBoolean(cell != null);
            if (cell != null) {
                out.writeUTF(cell);
            }
        }
    }

    /** Reads what the worker wrote to its standard output. */
    public static Answers read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(from);
        if (!in.readUTF().equals(MAGIC)) {
            throw new IOException("not a worker's answer");
        }
        long rows = in.readLong();
        Map<String, List<List<@Nullable String>>> byQuestion = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            List<List<@Nullable String>> answer = new ArrayList<>();
            for (int rest = in.readInt(); rest > 0; rest--) {
                answer.add(row(in));
            }
            byQuestion.put(name, answer);
        }
        return new Answers(rows, byQuestion);
    }

    private static List<@Nullable String> row(DataInputStream in) throws IOException {
        List<@Nullable String> row = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            row.add(in.readBoolean() ? in.readUTF() : null);
        }
        return row;
    }
}
