package se.utfall.dataset;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import se.utfall.disclosure.ClearedTable;
import se.utfall.disclosure.DisclosureRules;

/** Writes everything of a dataset but the data themselves. */
record Documents(Content content, Funnel funnel, Steps population, Tables tables, Excel excel, List<SqlFile> queries) {
    static final String FUNNEL = "quality/linkage-funnel.csv";
    static final String COVERAGE = "quality/coverage.csv";
    static final String NOT_MADE = "tables/not-made.csv";
    private static final List<String> COVERAGE_HEADER = List.of("register", "months_after", "known", "persons");
    private static final List<String> NOT_MADE_HEADER =
            List.of("table", "breakdown", "reason", "reason_sv", "reason_en");
    private static final JsonMapper JSON = new JsonMapper();

    void write(BuildFolder folder) throws IOException {
        DataPackage descriptor = new DataPackage(content, folder);
        codebook(folder);
        funnel(folder, descriptor);
        coverage(folder, descriptor);
        for (StatTable table : tables.made()) {
            table(folder, descriptor, table);
        }
        notMade(folder, descriptor);
        excel.describe(descriptor);
        for (SqlFile query : queries) {
            folder.write(Provenance.SQL + query.name(), query.text());
        }
        folder.write(Provenance.FILE, new Provenance(content, queries).text());
        ReadMe readMe = new ReadMe(content, tables, excel);
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
        folder.write(Steps.CSV, CsvText.of(Steps.HEADER, population.steps()));
        descriptor.counts("population", Steps.CSV, Steps.HEADER, List.of("step"));
        folder.write(FUNNEL, CsvText.of(funnel.header(), funnel.rows()));
        descriptor.counts(
                "linkage-funnel", FUNNEL, funnel.header(), List.of("register", "period", "delivery", "source_status"));
        Map<String, Object> parameters = Map.of(
                "id", content.claim().id(),
                "population", population.shown(),
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

    private void coverage(BuildFolder folder, DataPackage descriptor) throws IOException {
        folder.write(COVERAGE, CsvText.of(COVERAGE_HEADER, tables.coverage()));
        descriptor.counts("coverage", COVERAGE, COVERAGE_HEADER, List.of("register", "known"));
    }

    private void notMade(BuildFolder folder, DataPackage descriptor) throws IOException {
        List<List<String>> lines =
                tables.notMade().stream().map(Tables.NotMade::cells).toList();
        folder.write(NOT_MADE, CsvText.of(NOT_MADE_HEADER, lines));
        descriptor.counts("not-made", NOT_MADE, NOT_MADE_HEADER, NOT_MADE_HEADER);
    }

    private void table(BuildFolder folder, DataPackage descriptor, StatTable table) throws IOException {
        folder.write(table.csv(), CsvText.of(table.names(), table.rows()));
        folder.write(table.protection(), log(table));
        folder.write(table.svg(), table.page().chart().svg());
        folder.write(table.html(), table.page().html(content.claim().id(), table.name()));
        descriptor.table(table);
    }

    private static String log(StatTable table) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("table", table.csv());
        ClearedTable.ProtectionLog log = table.log();
        DisclosureRules rules = log.rules();
        ObjectNode settings = root.putObject("rules");
        settings.put("minimumCell", rules.minimumCell());
        settings.put("smallestGroup", rules.smallestGroup());
        settings.put("shareBaseAbove", rules.shareBase());
        settings.put("shareCountAbove", rules.shareCount());
        root.put("counts", log.figures()).put("countsWithheld", log.withheld());
        root.put("shares", log.shares()).put("sharesWithheld", log.sharesWithheld());
        root.put("promise", Words.of("log.promise").en());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
}
