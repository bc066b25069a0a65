CREATE TABLE dataset (
  dataset_id       TEXT PRIMARY KEY,
  order_id         TEXT NOT NULL,
  version          INTEGER NOT NULL,
  state            TEXT NOT NULL,
  requested_by     TEXT NOT NULL,
  requested_at     BIGINT NOT NULL,
  attempt          INTEGER NOT NULL,
  failures         INTEGER NOT NULL,
  not_before       BIGINT NOT NULL,
  built_at         BIGINT,
  folder           TEXT,
  checksums_sha256 TEXT,
  row_count        BIGINT,
  person_count     BIGINT,
  has_table        INTEGER,
  UNIQUE (order_id, version)
);
