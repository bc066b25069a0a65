package se.utfall.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.TreeSet;

/** One line of the trail; {@code at} is epoch milliseconds, {@code roles} sorted and separated by commas. */
record Line(long seq, long at, String actor, String roles, String action, String subject, long count, String detail) {

    static Line of(long seq, long at, AuditEvent event) {
        return new Line(
                seq,
                at,
                event.actor().name(),
                String.join(",", new TreeSet<>(event.actor().roles())),
                event.action(),
                event.subject(),
                event.count(),
                event.detail());
    }

    TrailLine readable() {
        return new TrailLine(seq, Instant.ofEpochMilli(at), actor, roles, action, subject, count, detail);
    }

    /** Every field at its place, texts with their length before them: two lines never have the same bytes. */
    byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(seq);
            out.writeLong(at);
            out.writeLong(count);
            for (String text : new String[] {actor, roles, action, subject, detail}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
