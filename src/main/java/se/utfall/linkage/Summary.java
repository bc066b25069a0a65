package se.utfall.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A delivery's ledger as a small table: rows linked and set aside by table, persons returned and not returned by period. */
final class Summary {
    private static final List<String> HEADER = List.of("fil", "register", "status", "period", "kod", "antal");
    private final List<List<String>> rows = new ArrayList<>();

    private Summary() {
        rows.add(HEADER);
    }

    static List<List<String>> of(LinkedDelivery delivery) {
        Summary summary = new Summary();
        delivery.tables().forEach(summary::add);
        return List.copyOf(summary.rows);
    }

    private void add(LinkedDelivery.TableLedger table) {
        row(table, "", "RADER", table.rows());
        row(table, "", "LANKADE", table.linked());
        new TreeMap<>(table.setAside()).forEach((code, rows) -> row(table, "", code, rows));
        for (LinkedDelivery.PeriodLedger period : table.periods()) {
            row(table, period.period(), "PERSONER", period.persons());
            row(table, period.period(), "ATERKOM", period.returned());
            row(table, period.period(), "ATERKOM_EJ", period.notReturned());
        }
    }

    private void row(LinkedDelivery.TableLedger table, String period, String code, long count) {
        rows.add(List.of(
                table.file(), table.register().name(), table.status().name(), period, code, Long.toString(count)));
    }
}
