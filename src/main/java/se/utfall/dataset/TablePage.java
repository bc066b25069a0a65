package se.utfall.dataset;

import java.util.List;
import java.util.Map;

/**
 * What a table's page says and shows, in Swedish.
 *
 * @param lead what is counted, of whom
 * @param notes what to know before one reads much into it
 * @param source where the figures come from
 */
record TablePage(String title, List<String> lead, DotChart chart, List<Grid> grids, List<String> notes, String source) {

    /** @param name of the table's files */
    String html(String id, String name) {
        return Pages.page(
                "table",
                Map.of(
                        "id", id,
                        "name", name,
                        "svg", chart.svg(),
                        "title", title,
                        "lead", lead,
                        "grids", grids,
                        "notes", notes,
                        "source", source));
    }
}
