-- The journal of disposals. entry: what was decided and what was to go, as JSON, ids and counts only. ended_at: when the certificate was made.
CREATE TABLE disposal (
  order_id           TEXT PRIMARY KEY,
  began_at           BIGINT NOT NULL,
  entry              TEXT NOT NULL,
  ended_at           BIGINT,
  certificate_sha256 TEXT
);
