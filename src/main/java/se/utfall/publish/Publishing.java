package se.utfall.publish;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import se.utfall.audit.AuditEvent;
import se.utfall.audit.AuditTrail;
import se.utfall.linkage.DeliveryId;
import se.utfall.linkage.Linkage;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.linkage.RecordStream;
import se.utfall.notice.Tasks;
import se.utfall.outcome.OutcomeCodec;
import se.utfall.publish.BrokerSettings.ConsumerAccount;
import se.utfall.publish.PublishedBatch.Form;
import se.utfall.store.ActingUser;
import se.utfall.store.Database;

/** The room's door. */
public final class Publishing {
    private static final Logger LOG = LoggerFactory.getLogger(Publishing.class);
    private static final String ROOM = "publish";
    private static final String WAITS = "PURPOSE_WITHOUT_CONSUMERS";

    private final BrokerSettings settings;
    private final RecordSource source;
    private final Database database;
    private final Trail audit;
    private final Tasks tasks;
    private final Clock clock;
    private final OutcomeCodec codec = new OutcomeCodec();
    private final JdbcBatches batches = new JdbcBatches();

    /** Where the act leaves its trace, in the act's transaction. */
    @FunctionalInterface
    interface Trail {
        void record(Handle handle, AuditEvent event);
    }

    /** Gives what was stopped another try. The broker need not answer yet. */
    public Publishing(
            BrokerSettings settings, Linkage linkage, Database database, AuditTrail audit, Tasks tasks, Clock clock) {
        this(settings, sourceOf(linkage), database, audit::record, tasks, clock);
    }

    Publishing(BrokerSettings settings, RecordSource source, Database database, Trail audit, Tasks tasks, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.database = database;
        this.audit = audit;
        this.tasks = tasks;
        this.clock = clock;
        database.useTransaction(batches::release);
    }

    /**
     * Publishes the oldest delivery that is not published (continuing where a crash stopped it); empty when there is none. A purpose with consumers of both forms
     * gets a batch of each. Throws {@link BrokerUnreachableException} when the broker does not answer: try again later.
     */
    public synchronized Optional<PublishedBatch> publishNext() {
        Set<String> settled = database.inTransaction(batches::settled);
        for (LinkedDelivery delivery : source.list()) {
            for (Form form : forms(delivery)) {
                if (!settled.contains(JdbcBatches.key(delivery.id().value(), form))) {
                    return Optional.of(publish(delivery, form));
                }
            }
        }
        return Optional.empty();
    }

    /** Stops for good what is not published of an order that is disposed of. What the broker has is the consumers'. */
    public void forget(String order, List<String> deliveries) {
        database.useTransaction(handle -> {
            batches.dispose(handle, order);
            for (String delivery : deliveries) {
                tasks.resolve(handle, ROOM, WAITS, delivery);
                for (PublishingStoppedException.Code code : PublishingStoppedException.Code.values()) {
                    tasks.resolve(handle, ROOM, code.name(), delivery);
                }
            }
        });
    }

    /** Publishes again all that can be, each batch under its id: for a broker that lost everything. */
    public void startOver(Handle handle) {
        batches.startOver(handle);
    }

    public List<PublishedBatch> list() {
        return database.inTransaction(batches::list);
    }

    /** Whether the broker lets the hub in just now. */
    public boolean brokerAnswers() {
        return BrokerLink.answers(settings);
    }

    /** With nobody to take them the records would vanish: they wait instead. */
    private Set<Form> forms(LinkedDelivery delivery) {
        Set<Form> forms = EnumSet.noneOf(Form.class);
        for (ConsumerAccount consumer : settings.purposes().getOrDefault(delivery.purpose(), List.of())) {
            forms.add(consumer.bulk() ? Form.BLOCK : Form.RECORD);
        }
        if (forms.isEmpty()) {
            tasks.raise(ROOM, WAITS, delivery.id().value());
        }
        return forms;
    }

    /** The order of a batch was disposed of while it was being sent. */
    private static final class DisposedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private PublishedBatch publish(LinkedDelivery delivery, Form form) {
        JdbcBatches.Stored stored = database.inTransaction(h -> batches.open(h, delivery, form, clock.instant()));
        PublishedBatch batch = stored.view();
        MDC.put("delivery", batch.deliveryId());
        try (RecordStream stream = source.records(delivery.id())) {
            return finish(batch, send(stored, stream));
        } catch (JMSException e) {
            BrokerTrouble.of(e, settings).ifPresent(code -> tasks.raise(ROOM, code.name(), settings.url()));
            throw new BrokerUnreachableException("batch " + batch.batchId(), e);
        } catch (DisposedMeanwhileException e) {
            LOG.info("batch {} ends: its order was disposed of", batch.batchId());
            return database.inTransaction(h -> batches.get(h, batch.batchId()).view());
        } catch (PublishingStoppedException e) {
            stop(batch, e.code().name());
            throw e;
        } finally {
            MDC.remove("delivery");
        }
    }

    private String send(JdbcBatches.Stored stored, RecordStream stream) throws JMSException {
        PublishedBatch batch = stored.view();
        BatchReading reading = new BatchReading(stream, new RecordGuard(batch), codec);
        boolean blocks = batch.form() == Form.BLOCK;
        Bodies bodies = blocks ? Bodies.blocks(reading, batch.batchId()) : Bodies.records(reading, codec.header());
        String address = blocks ? Addresses.bulk(batch.purpose()) : Addresses.records(batch.purpose());
        Set<String> queues = Addresses.queues(
                address, batch.purpose(), settings.purposes().getOrDefault(batch.purpose(), List.of()));
        try (BrokerLink broker = BrokerLink.open(settings, address, queues)) {
            return new BatchSending(batch, reading, bodies, broker, seq -> advance(batch, seq)).send(stored.nextSeq());
        }
    }

    private void advance(PublishedBatch batch, long nextSeq) {
        if (!database.inTransaction(h -> batches.advance(h, batch.batchId(), nextSeq))) {
            throw new DisposedMeanwhileException();
        }
    }

    private PublishedBatch finish(PublishedBatch batch, String sha256) {
        PublishedBatch done = database.inTransaction(h -> {
            if (!batches.finish(h, batch, sha256, clock.instant())) {
                throw new DisposedMeanwhileException();
            }
            String detail = "batch=" + batch.batchId() + " form=" + batch.form().word() + " sha256=" + sha256;
            audit.record(
                    h, new AuditEvent(ActingUser.HUB, "BATCH_PUBLISHED", batch.deliveryId(), batch.records(), detail));
            tasks.resolve(h, ROOM, WAITS, batch.deliveryId());
            for (PublishingStoppedException.Code code : PublishingStoppedException.Code.values()) {
                tasks.resolve(h, ROOM, code.name(), batch.deliveryId());
            }
            for (BrokerTrouble.Code code : BrokerTrouble.Code.values()) {
                tasks.resolve(h, ROOM, code.name(), settings.url());
            }
            return batches.get(h, batch.batchId()).view();
        });
        LOG.info("published {} records as batch {}", done.records(), done.batchId());
        return done;
    }

    private void stop(PublishedBatch batch, String code) {
        database.useTransaction(h -> {
            batches.stop(h, batch.batchId(), code);
            tasks.raise(h, ROOM, code, batch.deliveryId());
        });
    }

    private static RecordSource sourceOf(Linkage linkage) {
        return new RecordSource() {
            @Override
            public List<LinkedDelivery> list() {
                return linkage.readable();
            }

            @Override
            public RecordStream records(DeliveryId id) {
                return linkage.records(id);
            }
        };
    }
}
