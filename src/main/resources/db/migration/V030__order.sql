CREATE TABLE order_ (
  order_id           TEXT PRIMARY KEY,
  partner            TEXT NOT NULL,
  state              TEXT NOT NULL,
  order_file         TEXT NOT NULL,
  sequence           INTEGER NOT NULL,
  created_by         TEXT NOT NULL,
  created_at         BIGINT NOT NULL,
  freeze_attempt     INTEGER NOT NULL,
  frozen_by          TEXT,
  frozen_at          BIGINT,
  manifest_sha256    TEXT,
  spells             INTEGER NOT NULL,
  persons            INTEGER NOT NULL,
  ordered            INTEGER NOT NULL,
  protected_excluded INTEGER NOT NULL,
  annulled           INTEGER NOT NULL,
  flagged            INTEGER NOT NULL,
  released           INTEGER NOT NULL,
  sealed             INTEGER NOT NULL,
  recheck            INTEGER NOT NULL,
  rejection_code     TEXT
);

CREATE TABLE approval (
  order_id        TEXT NOT NULL REFERENCES order_ (order_id),
  sequence        INTEGER NOT NULL,
  user_name       TEXT NOT NULL,
  approved_at     BIGINT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  fingerprint     TEXT NOT NULL,
  purpose         TEXT NOT NULL,
  mac             ${blob} NOT NULL,
  PRIMARY KEY (order_id, sequence, user_name)
);

CREATE TABLE recall_ (
  order_id       TEXT NOT NULL REFERENCES order_ (order_id),
  running_number INTEGER NOT NULL,
  reason         TEXT NOT NULL,
  marked_at      BIGINT NOT NULL,
  PRIMARY KEY (order_id, running_number)
);

CREATE TABLE order_position (
  name     TEXT PRIMARY KEY,
  position BIGINT NOT NULL
);
INSERT INTO order_position (name, position) VALUES ('person_event', 0);
