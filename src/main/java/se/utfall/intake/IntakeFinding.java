package se.utfall.intake;

import java.util.List;
import java.util.Locale;
import se.utfall.notice.Finding;
import se.utfall.notice.Messages;

/** What intake found in a file: names file, line, column and code, never a cell's value. */
public sealed interface IntakeFinding extends Finding {
    String file();

    /** Physical line the record starts on, 0 when the whole file is meant. */
    int line();

    /** Empty when no single column is meant. */
    String column();

    /** How many, where one finding speaks of many. */
    long amount();

    @Override
    default String room() {
        return "intake";
    }

    @Override
    default String where() {
        String line = line() == 0 ? "" : " line " + line();
        String column = column().isEmpty() ? "" : (line.isEmpty() ? " " : ", ") + "column " + column();
        return "[" + file() + "]" + line + column;
    }

    @Override
    default List<Object> arguments() {
        return List.of(amount());
    }

    @Override
    default String message(Locale locale) {
        return where() + ": " + text(locale, "finding.");
    }

    /** The bundle's text; a code of the register's that has none of its own is explained as such. */
    default String text(Locale locale, String prefix) {
        String own = prefix + code();
        String key = Messages.has(locale, room(), own)
                ? own
                : prefix + (this instanceof RowFlagged ? "REGISTER_FLAGGA" : "REGISTER");
        return Messages.text(locale, room(), key, arguments().toArray());
    }

    /** The file was set aside whole. */
    record FileSetAside(String file, int line, String column, String code, long amount) implements IntakeFinding {}

    /** The row was rejected. */
    record RowRejected(String file, int line, String column, String code, long amount) implements IntakeFinding {}

    /** The row was loaded; people should look at it. */
    record RowFlagged(String file, int line, String column, String code, long amount) implements IntakeFinding {}

    /** A count for the report. */
    record Counted(String file, int line, String column, String code, long amount) implements IntakeFinding {}

    /** The finding that a line of the ledger stands for. */
    static IntakeFinding of(String file, String kind, int line, String column, String code, long amount) {
        return switch (Noted.Kind.valueOf(kind)) {
            case FILE -> new FileSetAside(file, line, column, code, amount);
            case REJECT -> new RowRejected(file, line, column, code, amount);
            case FLAG -> new RowFlagged(file, line, column, code, amount);
            case NOTE -> new Counted(file, line, column, code, amount);
        };
    }
}
