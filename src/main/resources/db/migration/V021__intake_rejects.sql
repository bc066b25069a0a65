-- Whether <file>.rejects.csv lies in its folder: written after the loading's transaction, so a crash in between must be seen.
ALTER TABLE file ADD COLUMN rejects_written INTEGER NOT NULL DEFAULT 0;
