package se.utfall.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A dot chart as SVG that stands alone: a line per row, a mark per series, told apart by shape and by colours that the colour-blind tell apart (Okabe and Ito). Its
 * description gives every value in words.
 *
 * @param unit of the values, for the axis
 * @param most end of the axis, which begins at zero
 * @param description in words, for those who do not see it
 */
record DotChart(
        String title, String unit, long most, List<String> series, List<Row> rows, String description, String none) {
    private static final int WIDTH = 900;
    private static final int LEFT = 330;
    private static final int RIGHT = 40;
    private static final int LEGEND = 64;
    private static final int NO_LEGEND = 20;
    private static final int STEP = 26;
    private static final int LETTERS = 44;
    private static final List<String> COLOURS = List.of("#0072B2", "#D55E00", "#007A5A", "#7B3F98");

    /**
     * One line.
     *
     * @param heading true: a heading without marks
     * @param values one per series, in the unit times {@code scale}; null where none is shown
     */
    record Row(String label, boolean heading, List<@Nullable Double> values) {
        static Row heading(String label) {
            return new Row(label, true, List.of());
        }
    }

    String svg() {
        int height = top() + STEP * rows.size() + 46;
        StringBuilder svg = new StringBuilder(4_096);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + WIDTH + " " + height + "\" width=\""
                + WIDTH
                + "\" height=\"" + height
                + "\" role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, 'Segoe UI',"
                + " Helvetica, Arial, sans-serif\" font-size=\"14\" fill=\"#1a1a1a\">\n");
        svg.append("<title id=\"t\">" + text(title) + "</title>\n<desc id=\"d\">" + text(description) + "</desc>\n");
        svg.append("<rect width=\"" + WIDTH + "\" height=\"" + height + "\" fill=\"#fff\"/>\n");
        legend(svg);
        axis(svg, top() + STEP * rows.size());
        int y = top();
        for (Row row : rows) {
            row(svg, row, y + STEP / 2);
            y += STEP;
        }
        return svg.append("</svg>\n").toString();
    }

    private int top() {
        return series.size() > 1 ? LEGEND : NO_LEGEND;
    }

    private void legend(StringBuilder svg) {
        double x = LEFT;
        for (int i = 0; i < series.size() && series.size() > 1; i++) {
            svg.append(mark(i, x + 6, 22));
            svg.append(label(x + 18, 27, "start", "", series.get(i)));
            x += 40 + 8.0 * series.get(i).length();
        }
    }

    private void axis(StringBuilder svg, int bottom) {
        long step = most / 5;
        for (long value = 0; value <= most; value += step) {
            String x = at((double) value);
            svg.append("<line x1=\"" + x + "\" x2=\"" + x + "\" y1=\"" + (top() - 8) + "\" y2=\"" + bottom
                    + "\" stroke=\"" + (value == 0 ? "#555" : "#ddd") + "\"/>\n");
            svg.append(label(
                    x((double) value), bottom + 18, "middle", " fill=\"#444\"", Numbers.grouped(Long.toString(value))));
        }
        svg.append(label(WIDTH - RIGHT, bottom + 38, "end", " fill=\"#444\"", unit));
    }

    private void row(StringBuilder svg, Row row, int y) {
        if (row.heading()) {
            svg.append(label(8, y + 6, "start", " font-weight=\"600\"", row.label()));
            return;
        }
        svg.append(label(LEFT - 14, y + 5, "end", "", shortened(row.label())));
        svg.append("<line x1=\"" + LEFT + "\" x2=\"" + (WIDTH - RIGHT) + "\" y1=\"" + y + "\" y2=\"" + y
                + "\" stroke=\"#eee\"/>\n");
        boolean any = false;
        for (int i = 0; i < row.values().size(); i++) {
            Double value = row.values().get(i);
            if (value != null) {
                svg.append(mark(i, x(value), y));
                any = true;
            }
        }
        if (!any) {
            svg.append(label(LEFT + 10, y + 5, "start", " fill=\"#555\" font-style=\"italic\"", none));
        }
    }

    private static String shortened(String label) {
        return label.length() <= LETTERS ? label : label.substring(0, LETTERS - 1) + "…";
    }

    private double x(double value) {
        return LEFT + (WIDTH - RIGHT - LEFT) * value / most;
    }

    private String at(double value) {
        return String.format(Locale.ROOT, "%.1f", x(value));
    }

    private static String mark(int series, double x, double y) {
        String fill = "fill=\"" + COLOURS.get(series % COLOURS.size()) + "\" stroke=\"#fff\"/>\n";
        return switch (series % COLOURS.size()) {
            case 0 -> format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"6\" ", x, y) + fill;
            case 1 -> format("<rect x=\"%.1f\" y=\"%.1f\" width=\"11\" height=\"11\" ", x - 5.5, y - 5.5) + fill;
            case 2 -> polygon(x, y, new double[][] {{0, -7}, {7, 6}, {-7, 6}}) + fill;
            default -> polygon(x, y, new double[][] {{0, -7.5}, {7.5, 0}, {0, 7.5}, {-7.5, 0}}) + fill;
        };
    }

    private static String polygon(double x, double y, double[][] corners) {
        List<String> points = new ArrayList<>();
        for (double[] corner : corners) {
            points.add(format("%.1f,%.1f", x + corner[0], y + corner[1]));
        }
        return "<polygon points=\"" + String.join(" ", points) + "\" ";
    }

    private static String format(String format, double x, double y) {
        return String.format(Locale.ROOT, format, x, y);
    }

    private static String label(double x, double y, String anchor, String more, String text) {
        return format("<text x=\"%.1f\" y=\"%.1f\"", x, y) + " text-anchor=\"" + anchor + "\"" + more + ">" + text(text)
                + "</text>\n";
    }

    private static String text(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
