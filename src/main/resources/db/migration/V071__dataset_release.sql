-- Who agreed that a built dataset may go to a recipient: bound to its checksum file and to the recipient's key.
CREATE TABLE dataset_approval (
  dataset_id       TEXT NOT NULL REFERENCES dataset (dataset_id),
  recipient        TEXT NOT NULL,
  user_name        TEXT NOT NULL,
  fingerprint      TEXT NOT NULL,
  checksums_sha256 TEXT NOT NULL,
  approved_at      BIGINT NOT NULL,
  PRIMARY KEY (dataset_id, recipient, user_name)
);

-- What was sealed for whom. sha256: of the sealed file.
CREATE TABLE dataset_release (
  sha256           TEXT PRIMARY KEY,
  dataset_id       TEXT NOT NULL REFERENCES dataset (dataset_id),
  recipient        TEXT NOT NULL,
  fingerprint      TEXT NOT NULL,
  checksums_sha256 TEXT NOT NULL,
  file             TEXT NOT NULL,
  bytes            BIGINT NOT NULL,
  sealed_by        TEXT NOT NULL,
  sealed_at        BIGINT NOT NULL
);
