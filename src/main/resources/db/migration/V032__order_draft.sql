-- Orders that partners have asked for, for people to judge. state: DRAFT, COMPLETED (an order of the same id lies in order_), WITHDRAWN
CREATE TABLE order_draft (
  order_id         TEXT PRIMARY KEY,
  partner          TEXT NOT NULL,
  partner_ref      TEXT NOT NULL,
  sequence_no      INTEGER NOT NULL,
  state            TEXT NOT NULL,
  purpose_text     TEXT NOT NULL,
  decision         TEXT NOT NULL,
  variables        TEXT NOT NULL,
  period_from      TEXT NOT NULL,
  period_to        TEXT NOT NULL,
  population_text  TEXT NOT NULL,
  population_block TEXT,
  package_sha256   TEXT NOT NULL,
  received_at      BIGINT NOT NULL
);
CREATE INDEX order_draft_ref ON order_draft (partner, partner_ref);
