import jakarta.jms.*;
import java.nio.file.*;
import java.security.MessageDigest;
import java.sql.*;
import java.util.*;
import org.apache.avro.generic.*;

/** Reads outcome records over JMS (Artemis' client, Avro, Jackson, sqlite-jdbc). See README.md. Arguments: --host --port --ca --user --password-file --queue --schema --state [--batches]. */
public class JmsConsumer {
    static final Map<String, String> ARGS = new HashMap<>();
    static java.sql.Connection db;
    static String dataschema;
    static GenericDatumReader<GenericRecord> reader;
    public static void main(String[] args) throws Exception {
        for (int i = 0; i < args.length; i += 2) ARGS.put(args[i], args[i + 1]);
        byte[] schema = Files.readAllBytes(Path.of(ARGS.get("--schema")));
        dataschema = "urn:sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(schema));
        reader = new GenericDatumReader<>(new org.apache.avro.Schema.Parser().parse(new String(schema, "UTF-8")));
        db = DriverManager.getConnection("jdbc:sqlite:" + ARGS.get("--state"));
        run("CREATE TABLE IF NOT EXISTS batch (id TEXT PRIMARY KEY, delivery TEXT, records INTEGER, sha256 TEXT, content TEXT)");
        run("CREATE TABLE IF NOT EXISTS body (batch TEXT, seq INTEGER, body BLOB, PRIMARY KEY (batch, seq))");
        run("CREATE TABLE IF NOT EXISTS outcome (id TEXT PRIMARY KEY, version INTEGER, operation TEXT, record TEXT)");
        db.setAutoCommit(false);
        String tls = "?sslEnabled=true&verifyHost=true&trustStoreType=PEM&trustStorePath=" + Path.of(ARGS.get("--ca")).toAbsolutePath();
        String password = Files.readString(Path.of(ARGS.get("--password-file"))).strip();
        try (var factory = new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory("tcp://" + ARGS.get("--host") + ":" + ARGS.get("--port") + tls);
                var connection = factory.createConnection(ARGS.get("--user"), password);
                Session session = connection.createSession(Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(ARGS.get("--queue")))) {
            connection.start();
            for (int unsettled = 0; !done(); ) {
                Message message = consumer.receive(1000);
                if (message instanceof TextMessage text) takeFrame(text.getText());
                if (message instanceof BytesMessage bytes) takeRecord(bytes);
                if (message instanceof BytesMessage && ++unsettled < 200) continue;
                complete();
                db.commit(); // before the broker hears of it: what comes again is known
                session.commit();
                unsettled = 0;
            }
        }
        System.out.println(run("SELECT 'outcomes ' || COUNT(record) || ' retracted ' || (COUNT(*) - COUNT(record)) FROM outcome").get(0).get(0));
        System.exit(run("SELECT 1 FROM batch WHERE content <> sha256").isEmpty() ? 0 : 3);
    }

    /** batch.start or batch.end, in any order, perhaps again. */
    static void takeFrame(String json) throws Exception {
        var frame = new com.fasterxml.jackson.databind.ObjectMapper().readTree(json);
        run("INSERT INTO batch VALUES (?, ?, ?, ?, NULL) ON CONFLICT (id) DO UPDATE SET sha256 = COALESCE(excluded.sha256, sha256)",
                frame.get("batchId").asText(), frame.get("deliveryId").asText(), frame.get("records").asLong(), frame.path("sha256").textValue());
    }

    /** Seen before: no effect. The highest version counts, a retraction included. */
    static void takeRecord(BytesMessage message) throws Exception {
        byte[] body = new byte[(int) message.getBodyLength()];
        message.readBytes(body);
        if (!dataschema.equals(message.getStringProperty("cloudEvents_dataschema")) || body[0] != (byte) 0xC3 || body[1] != 1)
            throw new IllegalArgumentException("a record under another schema than " + ARGS.get("--schema"));
        byte[] binary = Arrays.copyOfRange(body, 10, body.length); // after C3 01 and the fingerprint
        GenericRecord record = reader.read(null, org.apache.avro.io.DecoderFactory.get().binaryDecoder(binary, null));
        String operation = record.get("operation").toString(), batch = message.getStringProperty("batch_id");
        run("INSERT INTO outcome VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version,"
                + " operation = excluded.operation, record = excluded.record WHERE excluded.version > version",
                record.get("recordId").toString(), record.get("recordVersion"), operation, operation.equals("RETRACT") ? null : record.toString());
        run("INSERT OR IGNORE INTO body SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM batch WHERE id = ? AND content IS NOT NULL)",
                batch, message.getLongProperty("batch_seq"), binary, batch);
    }

    /** Hashes each batch whose end and records are all here. */
    static void complete() throws Exception {
        for (List<Object> batch : run("SELECT id, delivery, records, sha256 FROM batch b WHERE sha256 IS NOT NULL AND content IS NULL"
                + " AND records = (SELECT COUNT(*) FROM body WHERE batch = b.id)")) {
            MessageDigest content = MessageDigest.getInstance("SHA-256");
            for (List<Object> row : run("SELECT body FROM body WHERE batch = ? ORDER BY seq", batch.get(0))) content.update((byte[]) row.get(0));
            String hex = HexFormat.of().formatHex(content.digest());
            run("UPDATE batch SET content = ? WHERE id = ?", hex, batch.get(0));
            run("DELETE FROM body WHERE batch = ?", batch.get(0));
            System.out.println("batch " + batch.get(0) + " delivery " + batch.get(1) + " records " + batch.get(2) + " sha256 " + hex
                    + (hex.equals(batch.get(3)) ? " equal" : " DIFFERS"));
        }
    }

    static boolean done() throws SQLException {
        return run("SELECT 1 FROM batch WHERE content IS NOT NULL").size() >= Integer.parseInt(ARGS.getOrDefault("--batches", "2147483647"));
    }

    static List<List<Object>> run(String sql, Object... values) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (PreparedStatement statement = db.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            if (!statement.execute()) return rows;
            for (ResultSet result = statement.getResultSet(); result.next(); ) {
                rows.add(new ArrayList<>());
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) rows.get(rows.size() - 1).add(result.getObject(i));
            }
        }
        return rows;
    }
}
