package se.utfall.dataset;

import java.util.List;

/**
 * Part of a table that is read at once; public for the pages' templates.
 *
 * @param over headings over groups of columns, each with how many it spans; none when empty
 * @param columns the first is of the rows' names
 */
public record Grid(String caption, List<Span> over, List<String> columns, List<Section> sections) {

    /** A heading over some columns. */
    public record Span(String text, int columns) {}

    /** Rows under a heading of their own; an empty heading is not shown. */
    public record Section(String heading, List<List<String>> rows) {}
}
