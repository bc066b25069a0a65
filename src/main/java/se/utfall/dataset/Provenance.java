package se.utfall.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import se.utfall.linkage.LinkedDelivery;
import se.utfall.order.OrderTerms;
import se.utfall.outcome.OutcomeSchema;
import se.utfall.store.Sha256;

/** Where every figure comes from: order, deliveries, queries, versions, with hashes; no figure of a person. */
record Provenance(Content content, List<SqlFile> queries) {
    static final String FILE = "provenance/provenance.json";
    static final String SQL = "provenance/sql/";
    private static final JsonMapper JSON = new JsonMapper();

    String text() {
        ObjectNode root = JSON.createObjectNode();
        root.put("dataset", content.claim().id()).put("version", content.claim().version());
        root.put("madeAt", content.at().toString())
                .put("requestedBy", content.claim().requestedBy());
        root.put("requestedAt", content.claim().requestedAt().toString());
        root.put("softwareVersion", content.software());
        root.put("rows", content.rows()).put("persons", content.persons());
        order(root.putObject("order"));
        ArrayNode deliveries = root.putArray("deliveries");
        content.deliveries().forEach(d -> delivery(deliveries.addObject(), d));
        schema(root.putObject("outcomeSchema"));
        mappings(root.putArray("mappings"));
        ArrayNode sql = root.putArray("sql");
        for (SqlFile query : queries) {
            String hash = Sha256.of(query.text().getBytes(StandardCharsets.UTF_8));
            sql.addObject().put("file", "sql/" + query.name()).put("sha256", hash);
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void order(ObjectNode node) {
        OrderTerms terms = content.terms();
        node.put("id", terms.id().value()).put("partner", terms.partner()).put("purpose", terms.purpose());
        node.put("purposeText", terms.purposeText()).put("decision", terms.decision());
        node.put("from", terms.from().toString()).put("to", terms.to().toString());
        node.put("anchor", terms.anchor().name())
                .put("deliveryMode", terms.deliveryMode().word());
        node.put("disposeBy", terms.disposeBy().toString()).put("partnerReference", terms.partnerReference());
        node.put("manifestSha256", content.order().manifestSha256());
        ArrayNode approvals = node.putArray("approvedBy");
        content.order().approvals().forEach(approvals::add);
        ObjectNode variables = node.putObject("variables");
        terms.variables().entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(e -> {
            ArrayNode names = variables.putArray(e.getKey().name());
            e.getValue().forEach(names::add);
        });
    }

    private static void delivery(ObjectNode node, LinkedDelivery d) {
        node.put("id", d.id().value()).put("sequence", d.sequence()).put("packageSha256", d.packageSha256());
        node.put("linkedAt", d.linkedAt().toString()).put("last", d.last());
        ArrayNode tables = node.putArray("tables");
        for (LinkedDelivery.TableLedger t : d.tables()) {
            ObjectNode table = tables.addObject();
            table.put("file", t.file()).put("register", t.register().source());
            table.put("status", t.status().name()).put("rows", t.rows()).put("linked", t.linked());
            ObjectNode aside = table.putObject("setAside");
            t.setAside().forEach(aside::put);
        }
    }

    private static void schema(ObjectNode node) {
        OutcomeSchema schema = OutcomeSchema.get();
        node.put("version", schema.version()).put("sha256", schema.sha256());
    }

    private void mappings(ArrayNode node) {
        content.columns().stream()
                .flatMap(m -> m.origins().stream())
                .map(Meaning.Origin::mapping)
                .distinct()
                .sorted()
                .forEach(node::add);
    }
}
