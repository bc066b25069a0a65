package se.utfall.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import se.utfall.dataset.Meaning.Code;
import se.utfall.dataset.Meaning.Values;
import se.utfall.dataset.worker.ColumnType;
import se.utfall.store.Sha256;

/** {@code datapackage.json} after the Data Package standard, version 2.0: what files there are, how they are written, what their columns are. */
final class DataPackage {
    static final String FILE = "datapackage.json";
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";
    private static final JsonMapper JSON = new JsonMapper();

    private final Content content;
    private final BuildFolder folder;
    private final ArrayNode resources = JSON.createArrayNode();

    DataPackage(Content content, BuildFolder folder) {
        this.content = content;
        this.folder = folder;
    }

    /** The descriptor's text. Files must have been written. */
    String text() throws IOException {
        csv("outcomes", Building.CSV, Words.of("file.outcomes")).set("schema", schema());
        parquet();
        csv("codebook", Codebook.CSV, Words.of("file.codebook")).set("schema", strings(Codebook.HEADER));
        csv("codes", Codebook.CODES, Words.of("file.codes")).set("schema", strings(Codebook.CODES_HEADER));
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", PROFILES + "datapackage.json");
        root.put("name", content.claim().id().toLowerCase(Locale.ROOT));
        root.put("title", content.terms().purposeText());
        root.put("description", "Outcomes by person, register and period; read LAS-MIG.html or README.en.md first.");
        root.put("version", Integer.toString(content.claim().version()));
        root.put("created", content.at().toString());
        root.set("resources", resources);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    /** A table of the tables folder. */
    void table(StatTable table) throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        for (StatTable.Column column : table.header()) {
            Words label = Words.of("table." + column.name());
            ObjectNode field = fields.addObject().put("name", column.name()).put("title", label.sv());
            field.put("description", label.en()).put("type", type(column.kind()));
            if (column.kind() == StatTable.Kind.DECIMAL) {
                field.put("decimalChar", ",");
            }
        }
        schema.putArray("missingValues").add("").add(Missing.SUP.name()).add(Missing.NAP.name());
        csv(table.name(), table.csv(), Words.of("file." + table.name())).set("schema", schema);
    }

    private static String type(StatTable.Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case COUNT -> "integer";
            case DECIMAL -> "number";
        };
    }

    /** A workbook; the rows are described where they lie as text. */
    void workbook(String name, String path) throws IOException {
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        resource(name, path, Words.of("file." + name), "xlsx", type).remove("type");
    }

    /** A table of texts and counts without labels of its own. */
    void counts(String name, String path, List<String> header, List<String> texts) throws IOException {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        header.forEach(c -> fields.addObject().put("name", c).put("type", texts.contains(c) ? "string" : "integer"));
        schema.putArray("missingValues").add("");
        csv(name, path, Words.of("file." + name)).set("schema", schema);
    }

    private ObjectNode csv(String name, String path, Words title) throws IOException {
        ObjectNode resource = resource(name, path, title, "csv", "text/csv");
        resource.put("encoding", "utf-8");
        ObjectNode dialect = resource.putObject("dialect");
        dialect.put("delimiter", ";")
                .put("lineTerminator", "\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true);
        dialect.put("header", true);
        return resource;
    }

    private void parquet() throws IOException {
        Words title = Words.of("file.parquet");
        resource("outcomes-parquet", Building.PARQUET, title, "parquet", "application/vnd.apache.parquet")
                .set("schema", schema());
    }

    private ObjectNode resource(String name, String path, Words title, String format, String mediaType)
            throws IOException {
        Path file = folder.root().resolve(path);
        ObjectNode resource = resources.addObject();
        resource.put("$schema", PROFILES + "dataresource.json");
        resource.put("name", name).put("type", "table").put("path", path);
        resource.put("title", title.sv()).put("description", title.en());
        resource.put("format", format).put("mediatype", mediaType);
        resource.put("bytes", Files.size(file)).put("hash", "sha256:" + Sha256.of(file));
        return resource;
    }

    private ObjectNode schema() {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        content.columns().forEach(m -> field(fields.addObject(), m));
        schema.putArray("missingValues").add("");
        schema.putArray("primaryKey").add("pseudonym").add("register").add("period");
        return schema;
    }

    private static void field(ObjectNode field, Meaning m) {
        field.put("name", m.name()).put("type", type(m.type()));
        field.put("title", m.label().sv()).put("description", m.label().en());
        ObjectNode constraints = field.putObject("constraints");
        constraints.put("required", m.missing().isEmpty() && !m.name().endsWith(Meaning.MISSING_SUFFIX));
        if (m.values().kind() == Values.Kind.CLOSED) {
            ArrayNode categories = field.putArray("categories");
            for (Code code : m.values().codes()) {
                ObjectNode category = categories.addObject();
                if (m.type() == ColumnType.VARCHAR) {
                    category.put("value", code.code());
                } else {
                    category.put("value", Long.parseLong(code.code()));
                }
                category.put("label", code.label().sv());
            }
        }
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case VARCHAR -> "string";
            case INTEGER, BIGINT -> "integer";
            case DATE -> "date";
        };
    }

    private static ObjectNode strings(List<String> header) {
        ObjectNode schema = JSON.createObjectNode();
        ArrayNode fields = schema.putArray("fields");
        header.forEach(column -> fields.addObject().put("name", column).put("type", "string"));
        schema.putArray("missingValues").add("");
        return schema;
    }
}
