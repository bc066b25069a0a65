package se.utfall.demo.partner;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A {@code leverans} before it is sealed: its tables measured, its manifest made. Streams, whatever the number of persons. */
final class DeliveryContent {
    private final ObjectNode manifest;
    private final List<Zipping.Part> parts;
    private final Planted planted;

    private DeliveryContent(ObjectNode manifest, List<Zipping.Part> parts, Planted planted) {
        this.manifest = manifest;
        this.parts = parts;
        this.planted = planted;
    }

    /**
     * Who delivers what to whom.
     *
     * @param about the order package that it answers
     * @param last nothing more is planned
     */
    record Heading(PackageId id, String sender, String recipient, String about, boolean last, Clock clock) {}

    /** Measures the tables by writing them to nowhere. */
    static DeliveryContent of(Heading heading, List<Table> tables, People people, IntPredicate recalled, long seed)
            throws IOException {
        List<Zipping.Part> parts = new ArrayList<>();
        List<Planted.InTable> counts = new ArrayList<>();
        for (Table table : tables) {
            TableWriting writing = new TableWriting(table, people, recalled, seed);
            Measured measured = new Measured();
            Planted.InTable count = writing.write(measured);
            counts.add(count);
            parts.add(new Zipping.Part(
                    table.file(), count.rows(), measured.sha256(), measured.crc(), measured.size(), writing::write));
        }
        return new DeliveryContent(
                manifest(heading, tables, parts),
                parts,
                new Planted(heading.id().fileName(), counts));
    }

    private static ObjectNode manifest(Heading heading, List<Table> tables, List<Zipping.Part> parts) {
        ObjectNode json = Zipping.manifest(heading.id(), heading.sender(), heading.recipient(), heading.clock(), parts);
        json.put("avser", heading.about()).put("slutlig", heading.last());
        ArrayNode listed = json.putArray("tabeller");
        for (Table table : tables) {
            listed.addObject()
                    .put("namn", table.file())
                    .put("register", table.register().name())
                    .put("status", table.status())
                    .put("uttagsdatum", table.extracted().toString())
                    .putObject("period")
                    .put("fran", table.label(0))
                    .put("till", table.label(table.periods() - 1));
        }
        return json;
    }

    ObjectNode manifest() {
        return manifest;
    }

    Planted planted() {
        return planted;
    }

    /** The zip. */
    Sealing.Content zip(boolean deflated, boolean smuggled) {
        return out -> Zipping.write(manifest, parts, deflated, smuggled, out);
    }
}
