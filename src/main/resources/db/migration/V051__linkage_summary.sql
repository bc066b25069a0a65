-- Whether <delivery>.summary.csv lies in its folder.
ALTER TABLE delivery ADD COLUMN summary_written INTEGER NOT NULL DEFAULT 0;
