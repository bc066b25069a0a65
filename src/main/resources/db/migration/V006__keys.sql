-- One row: which root key this database's persons, files and orders are kept under. Tells root keys apart, tells nothing about them.
CREATE TABLE key_root (
  id          INTEGER PRIMARY KEY,
  check_value TEXT NOT NULL
);
