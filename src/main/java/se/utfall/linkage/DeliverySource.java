package se.utfall.linkage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.SourceRegister;

/** A delivery's sealed files being read person by person. */
final class DeliverySource implements AutoCloseable {
    private final StoredDelivery delivery;
    private final DataInputStream facts;
    private final Map<Integer, Open> tables = new HashMap<>();
    private @Nullable PersonFacts person;

    DeliverySource(StoredDelivery delivery, DeliveryFiles files, Mappings mappings) {
        this.delivery = delivery;
        this.facts = files.read(DeliveryFiles.FACTS);
        try {
            for (StoredDelivery.Table table : delivery.tables()) {
                tables.put(table.number(), open(table, files, mappings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(delivery.id().value(), e);
        }
    }

    /** An open table with the mapping it was read by. */
    record Open(StoredDelivery.Table stored, Mapping mapping, TableFile.Cursor cursor, RowMeaning meaning) {}

    private static Open open(StoredDelivery.Table table, DeliveryFiles files, Mappings mappings) throws IOException {
        Mapping mapping = mappings.get(table.register());
        if (!mapping.version().equals(table.mappingVersion())) {
            throw new IllegalStateException("no mapping " + table.mappingVersion());
        }
        TableFile.Cursor cursor = new TableFile.Cursor(files.read(DeliveryFiles.table(table.number())));
        return new Open(table, mapping, cursor, new RowMeaning(mapping, cursor));
    }

    /** Moves to the next running number in all files. */
    void advance() {
        try {
            person = PersonFacts.read(facts);
            for (Open table : tables.values()) {
                table.cursor().advance();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(delivery.id().value(), e);
        }
    }

    StoredDelivery delivery() {
        return delivery;
    }

    Open table(int number) {
        Open table = tables.get(number);
        if (table == null) {
            throw new IllegalStateException(delivery.id() + " has no table " + number);
        }
        return table;
    }

    PersonFacts person() {
        if (person == null) {
            throw new IllegalStateException("before the first person");
        }
        return person;
    }

    /** Whether the person has a linked row in any of the register's tables here. */
    boolean linkedAnywhere(SourceRegister register) {
        for (Open table : tables.values()) {
            if (table.stored().register() == register && table.cursor().linkedAnywhere()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        try {
            facts.close();
            for (Open table : tables.values()) {
                table.cursor().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(delivery.id().value(), e);
        }
    }
}
