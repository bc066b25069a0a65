-- forgotten_at: the package was removed from the archive, its order being disposed of. disposed: nobody reads it any more.
ALTER TABLE package_ ADD COLUMN forgotten_at BIGINT;
ALTER TABLE delivery ADD COLUMN disposed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE result_delivery ADD COLUMN disposed INTEGER NOT NULL DEFAULT 0;
