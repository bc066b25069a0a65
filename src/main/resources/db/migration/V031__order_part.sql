-- The packages of an order that has more than one (a study): one row per recipient. state: FROZEN, SEALED, SENT, ACKNOWLEDGED, REJECTED
CREATE TABLE order_part (
  order_id        TEXT NOT NULL REFERENCES order_ (order_id),
  sequence        INTEGER NOT NULL,
  recipient       TEXT NOT NULL,
  manifest_sha256 TEXT NOT NULL,
  state           TEXT NOT NULL,
  PRIMARY KEY (order_id, sequence, recipient)
);
