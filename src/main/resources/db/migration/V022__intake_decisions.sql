-- bad_waived: a person lets the good rows in although many are bad.
-- absence: what became of the keys that a full file does not hold when they were not removed by themselves: MANY and UNREADABLE wait for people, then
-- CONFIRMED (removed), KEPT, or OVERTAKEN by a later full file.
ALTER TABLE file ADD COLUMN bad_waived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE file ADD COLUMN absence TEXT;
-- one accepted file per name, also when a person releases one while another is taken in
CREATE UNIQUE INDEX file_accepted ON file (source, name) WHERE state IN ('CHECKED', 'LOADED');

CREATE TABLE file_step (
  file_id TEXT NOT NULL REFERENCES file (file_id),
  step_no INTEGER NOT NULL,
  at      BIGINT NOT NULL,
  kind    TEXT NOT NULL,
  actor   TEXT NOT NULL,
  detail  TEXT NOT NULL,
  PRIMARY KEY (file_id, step_no)
);
