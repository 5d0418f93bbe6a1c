-- Schema 3: what an edit leaves behind in the name index, and a quiet moment takes out. See store/gone.py.

-- To overwrite a name, all pages of the index are written that hold one of its beginnings, some fifty of them. So an
-- edit writes the new row beside the old one and notes here that the old one is gone: no look-up shows it any more.
-- id = the row number in `ns` and, if anything is remembered there, in `thing`.
CREATE TABLE gone (id INTEGER PRIMARY KEY) STRICT;

-- Telephone numbers that are gone stay in their table as those of person 0, whom nobody is.

-- Two rows of one person differ by their turn; row = visit tier << 40 | turn << 36 | person.id.
ALTER TABLE named ADD COLUMN turn INTEGER NOT NULL DEFAULT 0;
ALTER TABLE named ADD COLUMN row INTEGER GENERATED ALWAYS AS ((tier << 40) | (turn << 36) | id) VIRTUAL;
