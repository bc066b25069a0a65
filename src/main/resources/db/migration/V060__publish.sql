-- One row per publication; made before its first message, so that a restart keeps the batch id.
-- next_seq: the batch_seq of the first message that the broker has not confirmed (0 = batch.start, records + 1 = batch.end).
CREATE TABLE publish_batch (
  batch_id    TEXT PRIMARY KEY,
  delivery_id TEXT NOT NULL,
  order_id    TEXT NOT NULL,
  purpose     TEXT NOT NULL,
  form        TEXT NOT NULL,
  records     BIGINT NOT NULL,
  next_seq    BIGINT NOT NULL,
  stopped     TEXT,
  sha256      TEXT,
  started_at  BIGINT NOT NULL,
  done_at     BIGINT,
  UNIQUE (delivery_id, form)
);
