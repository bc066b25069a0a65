package se.utfall.dataset.worker;

/** What a column holds, by its name in standard SQL. */
public enum ColumnType {
    VARCHAR,
    INTEGER,
    BIGINT,
    DATE
}
