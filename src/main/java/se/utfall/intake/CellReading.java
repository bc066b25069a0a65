package se.utfall.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.utfall.outcome.IdLike;
import se.utfall.person.NumberReading;
import se.utfall.person.PersonalNumbers;

/** Reads one cell by its column: empty is missing, another form is a fault. */
final class CellReading {
    private final BlockList blocked;
    private final LocalDate reference;
    private final boolean tenDigits;

    /** @param reference what a personal number's century is judged by */
    CellReading(BlockList blocked, LocalDate reference, boolean tenDigits) {
        this.blocked = blocked;
        this.reference = reference;
        this.tenDigits = tenDigits;
    }

    void read(Column column, String text, int place, RowValues values) {
        if (column.kind() == Column.Kind.PERSONAL_NUMBER) {
            number(column, text, place, values);
        } else if (text.isEmpty()) {
            if (column.required()) {
                values.fault(column, RowCode.SAKNAS);
            }
        } else if (blocked.blocks(column, text)) {
            values.block(column);
        } else {
            plain(column, text, place, values);
        }
    }

    private void plain(Column column, String text, int place, RowValues values) {
        switch (column.kind()) {
            case DATE -> put(Values.date(text), RowCode.DATUM, column, place, values);
            case TIME -> put(Values.time(text), RowCode.TID, column, place, values);
            case MONEY -> put(Values.ore(text), RowCode.BELOPP, column, place, values);
            case BOOLEAN -> put(yesNo(text), RowCode.JA_NEJ, column, place, values);
            case ID -> put(column.fits(text) ? text : null, RowCode.ID, column, place, values);
            case CODE -> put(column.codes().contains(text) ? text : null, RowCode.KOD, column, place, values);
            case INTEGER -> whole(column, text, place, values);
            case LOCAL_CODE -> local(column, text, place, values);
            case OPEN_CODE -> open(column, text, place, values);
            case PERSONAL_NUMBER -> throw new IllegalStateException("numbers are read apart");
        }
    }

    private void number(Column column, String text, int place, RowValues values) {
        NumberReading reading = PersonalNumbers.read(text, reference, tenDigits);
        if (reading instanceof NumberReading.Read read) {
            values.set(place, read.number());
        } else if (reading instanceof NumberReading.Unlinkable unlinkable) {
            values.fault(column, RowCode.of(unlinkable.kind()));
        } else if (reading instanceof NumberReading.Refused refused) {
            values.fault(column, RowCode.of(refused.fault()));
        }
    }

    private static void whole(Column column, String text, int place, RowValues values) {
        Integer number = Values.whole(text);
        boolean fits = number != null && column.holds(number);
        put(fits ? number : null, number == null ? RowCode.HELTAL : RowCode.VARDEOMRADE, column, place, values);
    }

    private static void local(Column column, String text, int place, RowValues values) {
        if (goodLocal(column, text, place, values)) {
            values.localCode(column, text);
        }
    }

    private static void open(Column column, String text, int place, RowValues values) {
        if (goodLocal(column, text, place, values) && !column.codes().contains(text)) {
            values.unknownReason(column);
        }
    }

    /** A code with as many digits as a personal number could be one in the wrong column. */
    private static boolean goodLocal(Column column, String text, int place, RowValues values) {
        boolean digits = IdLike.is(text);
        boolean good = column.fits(text) && !digits;
        put(good ? text : null, digits ? RowCode.LOKAL_KOD_SIFFROR : RowCode.LOKAL_KOD, column, place, values);
        return good;
    }

    private static void put(@Nullable Object value, RowCode otherwise, Column column, int place, RowValues values) {
        if (value == null) {
            values.fault(column, otherwise);
        } else {
            values.set(place, value);
        }
    }

    private static @Nullable Boolean yesNo(String text) {
        return switch (text) {
            case "J" -> Boolean.TRUE;
            case "N" -> Boolean.FALSE;
            default -> null;
        };
    }
}
