CREATE TABLE audit_event (
  seq     BIGINT PRIMARY KEY,
  at      BIGINT NOT NULL,
  actor   TEXT NOT NULL,
  roles   TEXT NOT NULL,
  action  TEXT NOT NULL,
  subject TEXT NOT NULL,
  count   BIGINT NOT NULL,
  detail  TEXT NOT NULL,
  mac     ${blob} NOT NULL
);

-- One row: how long the chain is and where it ends. The MAC covers both, so that cutting the end shows.
CREATE TABLE audit_head (
  id       INTEGER PRIMARY KEY,
  length   BIGINT NOT NULL,
  last_mac ${blob} NOT NULL,
  mac      ${blob} NOT NULL
);
