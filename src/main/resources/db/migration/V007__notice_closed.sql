-- Tasks that a person closed. One whose cause still holds is raised again and may be closed again.
CREATE TABLE task_closed (
  task_key  TEXT NOT NULL,
  room      TEXT NOT NULL,
  code      TEXT NOT NULL,
  subject   TEXT NOT NULL,
  raised_at BIGINT NOT NULL,
  closed_at BIGINT NOT NULL,
  closed_by TEXT NOT NULL,
  reason    TEXT NOT NULL,
  reference TEXT NOT NULL,
  PRIMARY KEY (task_key, raised_at, closed_at)
);
CREATE INDEX task_closed_at ON task_closed (closed_at);
