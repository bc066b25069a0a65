package se.utfall.demo.consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads outcome records from a queue until told to stop, and prints counts and the content hash of each batch. Exit 0: everything asked for is here and each hash
 * equals the hub's; 1: something is missing; 2: bad arguments; 3: a hash differs; 4: the broker refused, or did not come back in time.
 */
public final class Consumer {
    private static final String BLOCK = "se.utfall.outcome.block.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Arguments arguments;
    private final Decoding decoding;
    private final Store store;
    private final Batches batches;
    private final PrintStream out;
    private Report report;
    private long lastAnswer = System.nanoTime();
    private long lastMessage = System.nanoTime();

    private Consumer(Arguments arguments, Store store, PrintStream out) throws IOException, SQLException {
        this.arguments = arguments;
        this.store = store;
        this.out = out;
        this.decoding = new Decoding(arguments.schema());
        this.batches = new Batches(store.connection());
        this.report = Report.of(store.connection());
    }

    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, args));
    }

    private static int run(PrintStream out, String... args) throws Exception {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n" + Arguments.USAGE);
            return 2;
        }
        try (Store store = new Store(arguments.state())) {
            return new Consumer(arguments, store, out).consume();
        }
    }

    private int consume() throws IOException, SQLException, InterruptedException {
        boolean gaveUp = false;
        boolean done = reached();
        while (!gaveUp && !done) {
            try (Inbox inbox = new Inbox(arguments)) {
                lastMessage = System.nanoTime();
                readFrom(inbox);
                done = true;
            } catch (JMSSecurityException e) {
                gaveUp = true;
            } catch (JMSException e) {
                store.rollback();
                gaveUp = seconds(lastAnswer) >= arguments.retrySeconds();
                TimeUnit.SECONDS.sleep(1);
            }
        }
        out.println(arguments.json() ? report.line() : report.words());
        return exitCode(gaveUp);
    }

    private int exitCode(boolean gaveUp) {
        if (!report.sound()) {
            return 3;
        }
        boolean asked = arguments.untilBatches() > 0 || !arguments.deliveries().isEmpty();
        if (asked ? reached() : report.allComplete() && !gaveUp) {
            return 0;
        }
        return gaveUp ? 4 : 1;
    }

    private void readFrom(Inbox inbox) throws JMSException, IOException, SQLException {
        while (!reached() && !idle()) {
            List<Message> messages = inbox.receive();
            lastAnswer = System.nanoTime();
            if (!messages.isEmpty()) {
                lastMessage = lastAnswer;
                take(messages);
                inbox.commit();
            } else {
                report = Report.of(store.connection());
            }
        }
    }

    /** The database first: if we die before the broker hears of it, the messages come again and are known. */
    private void take(List<Message> messages) throws JMSException, IOException, SQLException {
        boolean framed = false;
        for (Message message : messages) {
            if (message instanceof TextMessage text) {
                store.frame(JSON.readTree(text.getText()));
                framed = true;
            } else if (message instanceof BytesMessage bytes) {
                store.take(message.getStringProperty("batch_id"), message.getLongProperty("batch_seq"), records(bytes));
            }
        }
        List<String> complete = batches.complete();
        store.commit();
        if (framed || !complete.isEmpty()) {
            report = Report.of(store.connection());
        }
    }

    private List<Decoded> records(BytesMessage message) throws JMSException, IOException {
        byte[] body = new byte[Math.toIntExact(message.getBodyLength())];
        message.readBytes(body);
        boolean block = BLOCK.equals(message.getStringProperty("cloudEvents_type"));
        return block ? decoding.block(body) : List.of(decoding.single(body));
    }

    private boolean reached() {
        boolean enough = arguments.untilBatches() > 0 && report.completeBatches() >= arguments.untilBatches();
        boolean all =
                !arguments.deliveries().isEmpty() && report.completeDeliveries().containsAll(arguments.deliveries());
        return enough || all;
    }

    private boolean idle() {
        return arguments.idleSeconds() > 0 && seconds(lastMessage) >= arguments.idleSeconds();
    }

    private static long seconds(long since) {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
    }
}
