-- direction: OUT, IN. state: SEALED, SENT, ACKNOWLEDGED, REJECTED (out); RECEIVED, ACCEPTED, REFUSED, QUARANTINED (in)
CREATE TABLE package_ (
  package_id   TEXT PRIMARY KEY,
  direction    TEXT NOT NULL,
  partner      TEXT NOT NULL,
  order_id     TEXT NOT NULL,
  kind         TEXT NOT NULL,
  sequence_no  INTEGER NOT NULL,
  state        TEXT NOT NULL,
  code         TEXT,
  archive_file TEXT NOT NULL,
  sha256       TEXT NOT NULL,
  size_bytes   BIGINT NOT NULL,
  signer       TEXT,
  signed_at    BIGINT,
  taken_at     BIGINT NOT NULL,
  sent_at      BIGINT,
  settled_at   BIGINT,
  failed_at    BIGINT
);
-- one package per name and recipient, however many hubs seal
CREATE UNIQUE INDEX package_out ON package_ (partner, order_id, kind, sequence_no) WHERE direction = 'OUT';
CREATE INDEX package_name ON package_ (direction, partner, order_id, kind, sequence_no);
CREATE INDEX package_state ON package_ (direction, state, kind);

-- packages of partners that were accepted, or refused after a valid signature: their names are closed
CREATE TABLE package_answered (
  partner     TEXT NOT NULL,
  order_id    TEXT NOT NULL,
  kind        TEXT NOT NULL,
  sequence_no INTEGER NOT NULL,
  package_id  TEXT NOT NULL REFERENCES package_ (package_id),
  PRIMARY KEY (partner, order_id, kind, sequence_no)
);

-- direction: OUT (ours, about a package of theirs), IN (theirs, about a package of ours); carrier_id: the kvittens package that says so
CREATE TABLE receipt (
  receipt_id  TEXT PRIMARY KEY,
  direction   TEXT NOT NULL,
  partner     TEXT NOT NULL,
  package_id  TEXT NOT NULL REFERENCES package_ (package_id),
  order_id    TEXT NOT NULL,
  sequence_no INTEGER NOT NULL,
  carrier_id  TEXT,
  status      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  made_at     BIGINT NOT NULL
);
CREATE INDEX receipt_package ON receipt (package_id);

CREATE TABLE receipt_number (
  partner  TEXT NOT NULL,
  order_id TEXT NOT NULL,
  last_no  INTEGER NOT NULL,
  PRIMARY KEY (partner, order_id)
);

CREATE TABLE package_seen (
  partner  TEXT NOT NULL,
  name     TEXT NOT NULL,
  size     BIGINT NOT NULL,
  modified BIGINT NOT NULL,
  PRIMARY KEY (partner, name)
);
