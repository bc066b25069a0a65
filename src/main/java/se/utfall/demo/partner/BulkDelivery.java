package se.utfall.demo.partner;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A delivery as large as wished, for measuring: made-up persons who exist only as running numbers, written as a stream.
 *
 * @param order the order it answers, whose first package it names
 * @param persons running numbers 1 to this
 * @param from first month
 * @param to last month
 * @param definitive DEF, else PREL
 */
public record BulkDelivery(
        String sender,
        String recipient,
        PartnerSettings.Keys keys,
        String order,
        int sequence,
        int persons,
        YearMonth from,
        YearMonth to,
        boolean definitive,
        long seed,
        Clock clock) {

    /** Writes a BAS table of all variables into a sealed package in the folder; its name and what it holds. */
    public Planted writeBas(Path folder) throws IOException {
        return write(folder, List.of(Register.BAS));
    }

    /** Writes a BAS and an EKB table. */
    public Planted writeBasAndEkb(Path folder) throws IOException {
        return write(folder, List.of(Register.BAS, Register.EKB));
    }

    private Planted write(Path folder, List<Register> registers) throws IOException {
        PackageId id = new PackageId(order, Kind.LEVERANS, sequence);
        String about = new PackageId(order, Kind.BESTALLNING, 1).fileName();
        DeliveryContent.Heading heading = new DeliveryContent.Heading(id, sender, recipient, about, true, clock);
        List<Table> tables = registers.stream().map(this::table).toList();
        DeliveryContent content = DeliveryContent.of(heading, tables, people(), lopnr -> false, seed);
        Sealing sealing = new Sealing(Rings.load(keys), clock);
        Path file = folder.resolve(id.fileName());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Durable.part(file)), 1 << 16)) {
            sealing.seal(content.zip(false, false), Envelope.PLAIN, out);
        }
        Durable.force(Durable.part(file));
        Durable.settle(Durable.part(file), file);
        return content.planted();
    }

    private Table table(Register register) {
        String status = definitive ? "DEF" : "PREL";
        return new Table(
                register + "_" + status + ".csv",
                register,
                definitive,
                Reading.day(clock.instant()),
                Months.of(from),
                Months.of(to),
                Variable.of(register));
    }

    /** Made when asked for, so that they take no memory. */
    private People people() {
        LocalDate end = from.atDay(15).plusMonths(1);
        return new People() {
            @Override
            public int size() {
                return persons;
            }

            @Override
            public Person get(int lopnr) {
                return new Person(
                        lopnr,
                        lopnr,
                        1965 + lopnr % 40,
                        false,
                        true,
                        end.minusMonths(6 + lopnr % 6),
                        end.plusMonths(lopnr % 4));
            }
        };
    }
}
