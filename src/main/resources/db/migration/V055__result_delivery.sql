-- Deliveries of aggregates (resultat.csv): their rows lie sealed in the folder. handed_at: when they were written out for statisticians.
CREATE TABLE result_delivery (
  delivery_id    TEXT PRIMARY KEY,
  order_id       TEXT NOT NULL,
  sequence_no    INTEGER NOT NULL,
  partner        TEXT NOT NULL,
  package_name   TEXT NOT NULL,
  package_sha256 TEXT NOT NULL,
  is_last        INTEGER NOT NULL,
  received_at    BIGINT NOT NULL,
  row_count      BIGINT NOT NULL,
  taken          BIGINT NOT NULL,
  software       TEXT NOT NULL,
  folder         TEXT NOT NULL,
  handed_at      BIGINT,
  handed_sha256  TEXT,
  UNIQUE (order_id, sequence_no)
);

CREATE TABLE result_set_aside (
  delivery_id TEXT NOT NULL REFERENCES result_delivery (delivery_id),
  code        TEXT NOT NULL,
  row_count   BIGINT NOT NULL,
  PRIMARY KEY (delivery_id, code)
);
