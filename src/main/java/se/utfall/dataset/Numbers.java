package se.utfall.dataset;

import se.utfall.disclosure.Figure;

/** Figures as texts: in files plain, on pages as official statistics write them (thousands apart, {@code ..} for what is withheld, {@code .} for what cannot be). */
final class Numbers {
    static final String WITHHELD = "..";
    static final String NONE = ".";
    private static final int GROUP = 3;

    private Numbers() {}

    static String count(Figure figure) {
        return figure instanceof Figure.Shown shown ? Long.toString(shown.value()) : Missing.SUP.name();
    }

    /** With one decimal, after a comma. */
    static String percent(Figure figure) {
        if (figure instanceof Figure.Shown shown) {
            return tenths(shown.value());
        }
        boolean none = figure instanceof Figure.Withheld withheld && withheld.reason() == Figure.Reason.NO_BASE;
        return (none ? Missing.NAP : Missing.SUP).name();
    }

    static String note(Figure figure) {
        return figure instanceof Figure.Withheld withheld ? withheld.reason().name() : "";
    }

    static String tenths(long tenths) {
        return tenths / 10 + "," + tenths % 10;
    }

    static String tenths(long part, long whole) {
        return tenths((2000 * part + whole) / (2 * whole));
    }

    static String hundredths(long part, long whole) {
        long hundredths = (200 * part + whole) / (2 * whole);
        return hundredths / 100 + "," + String.valueOf(100 + hundredths % 100).substring(1);
    }

    /** A file's cell as a page shows it. */
    static String shown(String cell) {
        if (cell.equals(Missing.SUP.name())) {
            return WITHHELD;
        }
        if (cell.equals(Missing.NAP.name())) {
            return NONE;
        }
        return cell.matches("-?[0-9]+") ? grouped(cell) : cell;
    }

    /** Thousands apart by hard spaces, with a minus sign. */
    static String grouped(String digits) {
        String bare = digits.startsWith("-") ? digits.substring(1) : digits;
        StringBuilder text = new StringBuilder(digits.startsWith("-") ? "\u2212" : "");
        for (int i = 0; i < bare.length(); i++) {
            boolean apart = i > 0 && (bare.length() - i) % GROUP == 0;
            text.append(apart ? "\u00a0" : "").append(bare.charAt(i));
        }
        return text.toString();
    }

    /** Ore as whole kronor; what is no number as a page shows it. */
    static String kronor(String ore) {
        return ore.matches("-?[0-9]+") ? grouped(Long.toString(Math.round(Long.parseLong(ore) / 100.0))) : shown(ore);
    }
}
