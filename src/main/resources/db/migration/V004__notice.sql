CREATE TABLE task (
  task_key  TEXT PRIMARY KEY,
  room      TEXT NOT NULL,
  code      TEXT NOT NULL,
  subject   TEXT NOT NULL,
  raised_at BIGINT NOT NULL
);
