package se.utfall.linkage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.keys.SealedFiles;
import se.utfall.order.OrderTerms;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;
import se.utfall.store.Sha256;

/** What became of delivered aggregates: shown to who has the right, and written out for statisticians with hashes and where they come from. */
final class Results {
    private static final Logger LOG = LoggerFactory.getLogger(Results.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    static final String UNFINISHED = ".part-";
    private final OrderDoor orders;
    private final Database database;
    private final JdbcResults results = new JdbcResults();
    private final SealedFiles sealed;
    private final LinkageSettings settings;
    private final AuditTrail audit;
    private final Clock clock;

    Results(
            OrderDoor orders,
            Database database,
            SealedFiles sealed,
            LinkageSettings settings,
            AuditTrail audit,
            Clock clock) {
        this.orders = orders;
        this.database = database;
        this.sealed = sealed;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    List<ResultDelivery> list() {
        return database.inTransaction(results::list).stream()
                .map(JdbcResults.Stored::view)
                .toList();
    }

    List<ResultRow> show(DeliveryId id, ActingUser by) {
        if (!by.roles().contains("statistics")) {
            throw new ResultRefusedException("ROLE", "statistics");
        }
        JdbcResults.Stored stored = database.inTransaction(handle -> results.find(handle, id))
                .orElseThrow(() -> new ResultRefusedException("NONE", id.value()));
        if (database.inTransaction(handle -> results.isDisposed(handle, id))) {
            throw new ResultRefusedException("DISPOSED", id.value());
        }
        List<ResultRow> rows = rows(stored);
        audit.record(new AuditEvent(by, "RESULT_SHOWN", id.value(), rows.size(), ""));
        return rows;
    }

    /** Writes out the next; a crash at any point leaves it to be written again, to the same bytes but for the time. */
    Optional<ResultDelivery> handOnNext() {
        return database.inTransaction(results::nextToHandOn).map(this::handOn);
    }

    private ResultDelivery handOn(JdbcResults.Stored stored) {
        DeliveryId id = stored.view().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String sha256;
        try {
            sha256 = write(stored, now);
        } catch (IOException e) {
            throw new UncheckedIOException(id + ": results cannot be written out", e);
        }
        boolean disposed = database.inTransaction(handle -> {
            if (results.handedOn(handle, id, now, sha256)) {
                long count = stored.view().taken();
                audit.record(handle, new AuditEvent(ActingUser.HUB, "RESULT_HANDED_ON", id.value(), count, sha256));
            }
            return results.isDisposed(handle, id);
        });
        if (disposed) {
            DeliveryFiles.destroy(settings.results().resolve(id.value()));
        }
        LOG.info("Results {} handed on: {} rows", id, stored.view().taken());
        return database.inTransaction(handle -> results.find(handle, id))
                .orElse(stored)
                .view();
    }

    /** Into a folder that gets its name when all is in it. */
    private String write(JdbcResults.Stored stored, Instant now) throws IOException {
        String id = stored.view().id().value();
        Path made = settings.results().resolve(UNFINISHED + id);
        Path folder = settings.results().resolve(id);
        DeliveryFiles.destroy(made);
        Files.createDirectories(made);
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        ResultTable.writeCsv(rows(stored), csv);
        String sha256 = Sha256.of(csv.toByteArray());
        byte[] provenance = provenance(stored, sha256, now);
        durable(made.resolve(ResultTable.FILE), csv.toByteArray());
        durable(made.resolve("provenance.json"), provenance);
        String sums = sha256 + "  " + ResultTable.FILE + "\n" + Sha256.of(provenance) + "  provenance.json\n";
        durable(made.resolve("CHECKSUMS.sha256"), sums.getBytes(StandardCharsets.UTF_8));
        DeliveryFiles.destroy(folder);
        Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
        return sha256;
    }

    private byte[] provenance(JdbcResults.Stored stored, String sha256, Instant now) throws IOException {
        ResultDelivery delivery = stored.view();
        OrderTerms terms = orders.terms(delivery.order());
        ObjectNode json = JSON.createObjectNode()
                .put("delivery", delivery.id().value())
                .put("order", delivery.orderId())
                .put("partnerReference", terms.partnerReference())
                .put("partner", delivery.partner())
                .put("purpose", terms.purpose())
                .put("decision", terms.decision())
                .put("deliveryMode", terms.deliveryMode().word())
                .put("disposeBy", terms.disposeBy().toString())
                .put("package", delivery.packageName())
                .put("packageSha256", delivery.packageSha256())
                .put("receivedAt", delivery.receivedAt().toString())
                .put("writtenAt", now.toString())
                .put("rowsDelivered", delivery.rows())
                .put("rowsTaken", delivery.taken())
                .put("resultSha256", sha256)
                .put("software", stored.software());
        ObjectNode aside = json.putObject("setAside");
        delivery.setAside().forEach(aside::put);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    private List<ResultRow> rows(JdbcResults.Stored stored) {
        DeliveryFiles files = new DeliveryFiles(
                sealed,
                settings.archive().resolve(stored.folder()),
                stored.view().id(),
                stored.view().order());
        try (DataInputStream in = files.read(ResultReading.SEALED)) {
            return ResultTable.readSealed(in);
        } catch (IOException e) {
            throw new UncheckedIOException(stored.view().id().value(), e);
        }
    }

    private static void durable(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
