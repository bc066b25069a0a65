package se.utfall.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.DisclosureRules;

/** Writes everything of a dataset but the data themselves. */
record Documents(Content content, Funnel funnel, @Nullable WorkingOrStudying table, List<SqlFile> queries) {
    static final String FUNNEL = "quality/linkage-funnel.csv";
    private static final JsonMapper JSON = new JsonMapper();

    void write(BuildFolder folder) throws IOException {
        DataPackage descriptor = new DataPackage(content, folder);
        codebook(folder);
        funnel(folder, descriptor);
        WorkingOrStudying cleared = table;
        if (cleared != null) {
            table(folder, descriptor, cleared);
        }
        for (SqlFile query : queries) {
            folder.write(Provenance.SQL + query.name(), query.text());
        }
        folder.write(Provenance.FILE, new Provenance(content, queries).text());
        ReadMe readMe = new ReadMe(content, cleared);
        folder.write("LAS-MIG.html", readMe.swedish());
        folder.write("README.en.md", readMe.english());
        folder.write(DataPackage.FILE, descriptor.text());
    }

    private void codebook(BuildFolder folder) throws IOException {
        Codebook book = new Codebook(content.columns());
        folder.write(Codebook.CSV, CsvText.of(Codebook.HEADER, book.lines()));
        folder.write(Codebook.CODES, CsvText.of(Codebook.CODES_HEADER, book.codes()));
        List<List<String>> reasons = Arrays.stream(Missing.values())
                .map(m -> List.of(
                        m.name(),
                        Words.of("missing." + m).sv(),
                        Words.of("missing." + m).en()))
                .toList();
        Map<String, Object> parameters =
                Map.of("id", content.claim().id(), "columns", book.lines(), "codes", book.codes(), "reasons", reasons);
        folder.write(Codebook.HTML, Pages.page("codebook", parameters));
    }

    private void funnel(BuildFolder folder, DataPackage descriptor) throws IOException {
        folder.write(FUNNEL, CsvText.of(funnel.header(), funnel.rows()));
        descriptor.counts(
                "linkage-funnel", FUNNEL, funnel.header(), List.of("register", "period", "delivery", "source_status"));
        Map<String, Object> parameters = Map.of(
                "id", content.claim().id(),
                "population", population(),
                "header", funnel.header().subList(0, 4),
                "counts", funnel.header().subList(11, funnel.header().size()),
                "rows", funnel.rows().stream().map(Documents::withoutPopulation).toList());
        folder.write("quality/linkage-funnel.html", Pages.page("funnel", parameters));
    }

    /** The population's counts are the same on every line: the page shows them once. */
    private static List<String> withoutPopulation(List<String> row) {
        List<String> cells = new ArrayList<>(row.subList(0, 4));
        cells.addAll(row.subList(11, row.size()));
        return cells;
    }

    private List<List<String>> population() {
        List<String> row = funnel.rows().isEmpty() ? List.of() : funnel.rows().get(0);
        List<List<String>> steps = new ArrayList<>();
        for (int i = 4; i < 12 && !row.isEmpty(); i++) {
            String step = funnel.header().get(i);
            steps.add(List.of(step, Words.of("funnel." + step).sv(), row.get(i)));
        }
        return steps;
    }

    private void table(BuildFolder folder, DataPackage descriptor, WorkingOrStudying cleared) throws IOException {
        folder.write(WorkingOrStudying.CSV, CsvText.of(cleared.header(), cleared.rows()));
        folder.write(WorkingOrStudying.LOG, log(cleared.table().log()));
        descriptor.table("working-or-studying", WorkingOrStudying.CSV, cleared.header());
        folder.write(WorkingOrStudying.HTML, new TablePage(content, cleared).html());
    }

    private static String log(ClearedTable.ProtectionLog log) throws IOException {
        DisclosureRules rules = log.rules();
        ObjectNode root = JSON.createObjectNode();
        root.put("table", WorkingOrStudying.CSV);
        ObjectNode settings = root.putObject("rules");
        settings.put("minimumCell", rules.minimumCell());
        settings.put("shareBaseAbove", rules.shareBase());
        settings.put("shareCountAbove", rules.shareCount());
        root.put("counts", log.figures()).put("countsWithheld", log.withheld());
        root.put("shares", log.shares()).put("sharesWithheld", log.sharesWithheld());
        root.put("promise", Words.of("log.promise").en());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
