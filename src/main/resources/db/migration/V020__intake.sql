-- state: SEALING (being put into the archive; not yet taken), CHECKED, LOADED, QUARANTINED, UNCHANGED
CREATE TABLE file (
  file_id       TEXT PRIMARY KEY,
  arrival_no    BIGINT NOT NULL,
  source        TEXT NOT NULL,
  name          TEXT NOT NULL,
  type          TEXT NOT NULL,
  type_order    INTEGER NOT NULL,
  state         TEXT NOT NULL,
  code          TEXT,
  content_hash  TEXT NOT NULL,
  manifest_hash TEXT NOT NULL,
  extracted_at  BIGINT,
  is_full       INTEGER NOT NULL,
  charset       TEXT NOT NULL,
  ten_digits    INTEGER NOT NULL,
  received_at   BIGINT NOT NULL,
  finished_at   BIGINT,
  failed_at     BIGINT,
  row_count     INTEGER NOT NULL,
  done          INTEGER NOT NULL,
  loaded        INTEGER NOT NULL,
  replaced      INTEGER NOT NULL,
  unchanged     INTEGER NOT NULL,
  superseded    INTEGER NOT NULL,
  removed       INTEGER NOT NULL,
  rejected      INTEGER NOT NULL,
  waiting       INTEGER NOT NULL,
  trimmed       INTEGER NOT NULL,
  flagged       INTEGER NOT NULL
);
CREATE INDEX file_name ON file (source, name);
CREATE INDEX file_state ON file (state, extracted_at, type_order);

CREATE TABLE finding (
  file_id     TEXT NOT NULL REFERENCES file (file_id),
  kind        TEXT NOT NULL,
  line        INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  code        TEXT NOT NULL,
  amount      BIGINT NOT NULL,
  PRIMARY KEY (file_id, kind, line, column_name, code)
);

CREATE TABLE file_seen (
  source   TEXT NOT NULL,
  name     TEXT NOT NULL,
  size     BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  seen_at  BIGINT NOT NULL,
  taken    INTEGER NOT NULL,
  PRIMARY KEY (source, name)
);

CREATE TABLE local_code (
  column_name TEXT NOT NULL,
  code        TEXT NOT NULL,
  file_id     TEXT NOT NULL,
  PRIMARY KEY (column_name, code)
);
