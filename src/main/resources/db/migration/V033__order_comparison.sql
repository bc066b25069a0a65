-- How many of the ordered are comparison persons.
ALTER TABLE order_ ADD COLUMN comparison INTEGER NOT NULL DEFAULT 0;
