package se.utfall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.utfall.outcome.IdLike;
import se.utfall.register.FactType;
import se.utfall.store.Database;

/** Local codes that people know beforehand, as small tables of column and code. */
final class CodeLists {
    private static final Logger LOG = LoggerFactory.getLogger(CodeLists.class);
    private static final List<String> HEADER = List.of("kolumn", "kod");
    private static final String FROM_A_LIST = "kodlista";
    private static final String REFUSED = "KODLISTA_FEL";
    private final Database database;
    private final Ledger ledger;
    private final Map<String, Column> columns = new TreeMap<>();

    CodeLists(House house) {
        this.database = house.database();
        this.ledger = house.ledger();
        for (FactType type : FactType.values()) {
            for (Column column : house.layouts().of(type).columns()) {
                if (column.kind() == Column.Kind.LOCAL_CODE) {
                    columns.put(column.name(), column);
                }
            }
        }
    }

    void learn(String name, List<List<String>> rows) {
        List<String> problems = problems(rows);
        database.useTransaction(handle -> {
            if (problems.isEmpty()) {
                rows.stream().skip(1).forEach(row -> insert(handle, row));
                ledger.resolve(handle, REFUSED, FROM_A_LIST, name);
                ledger.trail(handle, "CODES_LEARNT", name, rows.size() - 1L, "");
            } else {
                ledger.raise(handle, REFUSED, FROM_A_LIST, name);
            }
        });
        if (!problems.isEmpty()) {
            LOG.warn("code list {} refused, nothing of it was learnt: {}", name, String.join("; ", problems));
        }
    }

    /** By line and column, never the text that stands there. */
    private List<String> problems(List<List<String>> rows) {
        List<String> problems = new ArrayList<>();
        if (rows.isEmpty() || !rows.get(0).equals(HEADER)) {
            return List.of("line 1: expected kolumn;kod");
        }
        for (int i = 1; i < rows.size(); i++) {
            List<String> row = rows.get(i);
            Column column = columns.get(row.get(0));
            if (row.size() != HEADER.size()) {
                problems.add("line " + (i + 1) + ": expected two fields");
            } else if (column == null) {
                problems.add("line " + (i + 1) + ", column kolumn: expected one of " + columns.keySet());
            } else if (!column.fits(row.get(1)) || IdLike.is(row.get(1))) {
                problems.add("line " + (i + 1) + ", column kod: expected a local code");
            }
        }
        return problems;
    }

    private static void insert(Handle handle, List<String> row) {
        handle.execute(
                "INSERT INTO local_code (column_name, code, file_id) VALUES (?, ?, ?) ON CONFLICT (column_name, code) DO NOTHING",
                row.get(0),
                row.get(1),
                FROM_A_LIST);
    }
}
