package se.utfall.linkage;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import se.utfall.audit.AuditTrail;
import se.utfall.exchange.PackageName;
import se.utfall.exchange.Provisional;
import se.utfall.exchange.ReceivedPackage;
import se.utfall.keys.KeySettings;
import se.utfall.keys.SealedFiles;
import se.utfall.keys.SecretId;
import se.utfall.keys.SecretStore;
import se.utfall.notice.Tasks;
import se.utfall.order.DeliveryMode;
import se.utfall.order.FollowUpFacts;
import se.utfall.order.OrderId;
import se.utfall.order.OrderState;
import se.utfall.order.OrderTerms;
import se.utfall.outcome.Anchor;
import se.utfall.outcome.OutcomeRecord;
import se.utfall.outcome.SourceRegister;
import se.utfall.store.Database;
import se.utfall.store.TestDatabase;

/** An order, for BAS and EKB, January to June 2026, unless told otherwise, in a real database, and deliveries to link to it. */
final class LinkageFixture implements OrderDoor, AutoCloseable {
    static final OrderId ORDER = new OrderId("SCB-2026-001");
    static final String BAS_HEADER = "lopnr;period;SyssStat;KommunalInsats\n";
    static final String EKB_HEADER = "lopnr;period;Bistand;HushallBelopp\n";

    final Path archive;
    final Database database;
    final Tasks tasks;
    final SecretStore secrets;
    final List<Boolean> deliveredCalls = new ArrayList<>();
    Population population = Population.of(4);
    YearMonth from = YearMonth.of(2026, 1);
    YearMonth to = YearMonth.of(2026, 6);
    Map<SourceRegister, List<String>> variables = Map.of(
            SourceRegister.BAS, List.of("SyssStat", "KommunalInsats"),
            SourceRegister.EKB, List.of("Bistand", "HushallBelopp"));
    OrderState state = OrderState.ACKNOWLEDGED;
    DeliveryMode mode = DeliveryMode.FILE;
    Clock clock = Clock.fixed(Instant.parse("2026-05-10T10:00:00.123456Z"), ZoneOffset.UTC);
    private final AuditTrail audit;

    LinkageFixture(Path folder) {
        archive = folder.resolve("archive");
        database = TestDatabase.open(folder);
        tasks = new Tasks(database, clock);
        audit = new AuditTrail(database, clock, new byte[32]);
        Path keys = folder.resolve("keys");
        secrets = SecretStore.open(new KeySettings(keys, null, keys.resolve("none"), null, Map.of()), clock);
        secrets.ensure(SecretId.order(ORDER.value()));
    }

    /** A delivery being written: tables with their manifest entries. */
    static final class Draft {
        final int sequence;
        final ObjectNode manifest = JsonMapper.builder().build().createObjectNode();
        final ArrayNode tables = manifest.putArray("tabeller");
        final ArrayNode files = manifest.putArray("filer");
        final Map<String, String> content = new TreeMap<>();

        private Draft(int sequence) {
            this.sequence = sequence;
            manifest.put("avser", ORDER + "_bestallning_001.zip.pgp").put("slutlig", false);
        }

        /** Aggregates, or what else a partner takes for them. */
        Draft result(String file, String text) {
            tables.addObject().put("namn", file);
            files.addObject().put("namn", file).put("rader", text.lines().count() - 1);
            content.put(file, text);
            return this;
        }

        Draft table(String register, String status, String from, String to, String text) {
            String file = register.toLowerCase(Locale.ROOT) + content.size() + ".csv";
            ObjectNode entry = tables.addObject();
            entry.put("namn", file).put("register", register).put("status", status);
            entry.put("uttagsdatum", "2026-05-01");
            entry.putObject("period").put("fran", from).put("till", to);
            files.addObject().put("namn", file).put("rader", text.lines().count() - 1);
            content.put(file, text);
            return this;
        }
    }

    static Draft delivery(int sequence) {
        return new Draft(sequence);
    }

    Provisional read(Draft delivery) {
        PackageName name = new PackageName(ORDER, PackageName.Kind.LEVERANS, delivery.sequence);
        ReceivedPackage received = new ReceivedPackage(
                "in-" + delivery.sequence, "SCB", name, Path.of("x"), "%064x".formatted(delivery.sequence));
        return reading().read(received, delivery.manifest, reader -> {
            for (Map.Entry<String, String> file : delivery.content.entrySet()) {
                byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
                reader.read(file.getKey(), new ByteArrayInputStream(bytes));
            }
        });
    }

    StoredDelivery accept(Draft delivery) {
        Provisional provisional = read(delivery);
        database.useTransaction(provisional::commit);
        return database.inTransaction(handle ->
                new JdbcDeliveries().find(handle, id(delivery.sequence)).orElseThrow());
    }

    static DeliveryId id(int sequence) {
        return new DeliveryId(ORDER + "-L%03d".formatted(sequence));
    }

    DeliveryReading reading() {
        return new DeliveryReading(
                this, database, Mappings.load(), new SealedFiles(secrets), archive, tasks, audit, clock, "test");
    }

    Results results() {
        return new Results(
                this,
                database,
                new SealedFiles(secrets),
                new LinkageSettings(archive, archive.resolveSibling("results")),
                audit,
                clock);
    }

    DeliveryRecords records() {
        return new DeliveryRecords(
                this, database, Mappings.load(), new SealedFiles(secrets), secrets, archive, clock, "test");
    }

    List<LinkedRecord> records(int sequence) {
        return all(records().of(id(sequence)));
    }

    List<LinkedRecord> current() {
        return all(records().current(ORDER));
    }

    static List<LinkedRecord> all(RecordStream stream) {
        try (stream) {
            List<LinkedRecord> all = new ArrayList<>();
            for (LinkedRecord next = stream.next(); next != null; next = stream.next()) {
                all.add(next);
            }
            return all;
        }
    }

    /** Orders every variable of LISA and AF from November 2023 to February 2025, so the years 2023 to 2025. */
    LinkageFixture ofYearsAndService() {
        variables = Map.of(
                SourceRegister.LISA, allOf(SourceRegister.LISA),
                SourceRegister.AF, allOf(SourceRegister.AF));
        from = YearMonth.of(2023, 11);
        to = YearMonth.of(2025, 2);
        return this;
    }

    private static List<String> allOf(SourceRegister register) {
        return Mappings.load().get(register).columns().stream()
                .map(Mapping.Column::name)
                .toList();
    }

    /** The record of a person, register and month ({@code 2026-03}; a year's is January). */
    static OutcomeRecord recordOf(List<LinkedRecord> records, int number, SourceRegister register, String month) {
        LocalDate start = YearMonth.parse(month).atDay(1);
        List<OutcomeRecord> found = records.stream()
                .filter(r -> r.runningNumber() == number)
                .map(LinkedRecord::record)
                .filter(r -> r.register() == register && r.periodStart().equals(start))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("records of " + number + " " + register + " " + month + ": " + found.size());
        }
        return found.get(0);
    }

    @Override
    public OrderTerms terms(OrderId order) {
        return new OrderTerms(
                order,
                "SCB",
                "uppfoljning",
                "Uppföljning",
                "dnr",
                variables,
                from,
                to,
                Anchor.INTERVENTION_END,
                mode,
                LocalDate.of(2030, 1, 1),
                "SCB-77");
    }

    @Override
    public OrderState state(OrderId order) {
        return state;
    }

    @Override
    public FollowUpFacts facts(OrderId order) {
        return population;
    }

    @Override
    public void delivered(Handle handle, OrderId order, boolean last) {
        deliveredCalls.add(last);
    }

    @Override
    public void close() {
        database.close();
    }
}
