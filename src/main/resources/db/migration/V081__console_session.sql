-- A session lives here as the SHA-256 of its random id: who reads the table cannot take a session over.
CREATE TABLE console_session (
  id_hash   TEXT PRIMARY KEY,
  user_name TEXT NOT NULL REFERENCES console_user (name),
  opened_at BIGINT NOT NULL,
  seen_at   BIGINT NOT NULL
);
CREATE INDEX console_session_user ON console_session (user_name);
