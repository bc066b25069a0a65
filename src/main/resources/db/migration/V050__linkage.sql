CREATE TABLE delivery (
  delivery_id    TEXT PRIMARY KEY,
  order_id       TEXT NOT NULL,
  sequence_no    INTEGER NOT NULL,
  purpose        TEXT NOT NULL,
  partner_ref    TEXT,
  anchor         TEXT NOT NULL,
  package_sha256 TEXT NOT NULL,
  is_last        INTEGER NOT NULL,
  linked_at      BIGINT NOT NULL,
  record_count   BIGINT NOT NULL,
  population     INTEGER NOT NULL,
  persons        INTEGER NOT NULL,
  software       TEXT NOT NULL,
  folder         TEXT NOT NULL,
  UNIQUE (order_id, sequence_no)
);

CREATE TABLE delivery_table (
  delivery_id     TEXT NOT NULL REFERENCES delivery (delivery_id),
  table_no        INTEGER NOT NULL,
  file_name       TEXT NOT NULL,
  register        TEXT NOT NULL,
  status          TEXT NOT NULL,
  extract_date    TEXT NOT NULL,
  mapping_version TEXT NOT NULL,
  row_count       BIGINT NOT NULL,
  linked          BIGINT NOT NULL,
  trimmed         BIGINT NOT NULL,
  PRIMARY KEY (delivery_id, table_no)
);

CREATE TABLE delivery_set_aside (
  delivery_id TEXT NOT NULL REFERENCES delivery (delivery_id),
  table_no    INTEGER NOT NULL,
  code        TEXT NOT NULL,
  row_count   BIGINT NOT NULL,
  PRIMARY KEY (delivery_id, table_no, code)
);

CREATE TABLE delivery_dropped (
  delivery_id TEXT NOT NULL REFERENCES delivery (delivery_id),
  table_no    INTEGER NOT NULL,
  column_no   INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  PRIMARY KEY (delivery_id, table_no, column_no)
);

CREATE TABLE delivery_period (
  delivery_id    TEXT NOT NULL REFERENCES delivery (delivery_id),
  register       TEXT NOT NULL,
  month_index    INTEGER NOT NULL,
  table_no       INTEGER NOT NULL,
  period_no      INTEGER NOT NULL,
  definitive     INTEGER NOT NULL,
  status         TEXT NOT NULL,
  record_version INTEGER NOT NULL,
  persons        BIGINT NOT NULL,
  returned       BIGINT NOT NULL,
  PRIMARY KEY (delivery_id, register, month_index)
);
