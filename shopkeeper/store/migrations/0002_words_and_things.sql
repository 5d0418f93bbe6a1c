-- Schema 2: what a forgiving search needs beside the names. Frozen, as the step before it.
--
-- Everything here but `choice` can be made again from the people; NameIndex keeps it, as it keeps the tables of 0001.

-- The vocabulary: every word by which somebody is called (own and alt of `ns`, without the marked ones), what is heard
-- of it (nothing, where it is no Latin word), and how many people have it. Those that sound alike stand together.
CREATE TABLE term (
    skel TEXT NOT NULL,
    t TEXT NOT NULL,
    df INTEGER NOT NULL,
    PRIMARY KEY (skel, t)
) STRICT, WITHOUT ROWID;

-- Every beginning of such a word, of 3 to 7 letters, and how many people have a word that begins so.
CREATE TABLE pfx (
    id INTEGER PRIMARY KEY,
    p TEXT NOT NULL UNIQUE,
    df INTEGER NOT NULL
) STRICT;

-- For each beginning (rowid = pfx.id) what is left of it when any one letter is: two that share something are one slip
-- apart. It keeps no text of its own: what is taken out must be told to it again, letter for letter.
CREATE VIRTUAL TABLE pv USING fts5 (near, content = '', tokenize = 'ascii', detail = none, columnsize = 0);
INSERT INTO pv (pv, rank) VALUES ('secure-delete', 1);

-- What is remembered of someone and may be said aloud: pets, interests, trade, streets. One row for each person of whom
-- there is anything, under the same row number as in `ns`; the things are parted by U+001F, folded and as shown.
CREATE VIRTUAL TABLE thing USING fts5 (words, shown UNINDEXED, tokenize = 'ascii', detail = none, columnsize = 0, prefix = '2 3 4 5');
INSERT INTO thing (thing, rank) VALUES ('secure-delete', 1);

-- An edit writes a small piece of each index, and pieces are made one in idle moments: merged at the usual four, every
-- fiftieth edit paid for all the others.
INSERT INTO ns (ns, rank) VALUES ('automerge', 16);
INSERT INTO pv (pv, rank) VALUES ('automerge', 16);
INSERT INTO thing (thing, rank) VALUES ('automerge', 16);

-- Whom somebody chose when this was in the search box, and how often.
CREATE TABLE choice (
    id INTEGER PRIMARY KEY,
    typed TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    times INTEGER NOT NULL,
    UNIQUE (typed, person_id)
) STRICT;
CREATE INDEX choice_by_person ON choice (person_id);

-- How far the index has come, in one row. version: by whose rules (0: by nobody's now). reached: the people up to this
-- number have rows of these rules; counted: the vocabulary holds the words that come no later than this. NULL: all.
DROP TABLE name_keys;
CREATE TABLE name_keys (
    version INTEGER NOT NULL,
    reached INTEGER,
    counted TEXT
) STRICT;
INSERT INTO name_keys (version, reached, counted) VALUES (0, 0, '');
