-- One row. folder: the id of the data folder whose archive this database speaks of. holder: the run of the hub that may write (PostgreSQL only).
CREATE TABLE hub_place (
  id     INTEGER PRIMARY KEY,
  folder TEXT,
  holder TEXT
);
INSERT INTO hub_place (id) VALUES (1);
