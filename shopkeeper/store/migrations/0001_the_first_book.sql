-- Schema 1. Frozen: a book written with it may exist anywhere, so this file is never edited again.
--
-- One table for each kind of record, named after it. `id` is the order in which things were written down and is
-- never given twice, so that what was taken out comes back to its own place. References are watched by SQLite and
-- looked at when an act is complete; an empty reference is NULL. Nothing here deletes by itself.

CREATE TABLE person (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name_formatted TEXT NOT NULL,
    name_prefix TEXT NOT NULL,
    name_given TEXT NOT NULL,
    name_additional TEXT NOT NULL,
    name_family TEXT NOT NULL,
    name_suffix TEXT NOT NULL,
    name_nicknames TEXT NOT NULL,
    name_phonetic_given TEXT NOT NULL,
    name_phonetic_additional TEXT NOT NULL,
    name_phonetic_family TEXT NOT NULL,
    name_sort_as TEXT NOT NULL,
    call_them TEXT NOT NULL,
    say_it TEXT NOT NULL,
    pronouns TEXT NOT NULL,
    language TEXT NOT NULL,
    organisation TEXT NOT NULL,
    title TEXT NOT NULL,
    role TEXT NOT NULL,
    categories TEXT NOT NULL,
    here_since_year INTEGER,
    here_since_month INTEGER,
    here_since_day INTEGER,
    here_since_about INTEGER,
    here_since_said TEXT,
    source_uid TEXT NOT NULL,
    extras TEXT NOT NULL
) STRICT;

CREATE TABLE household (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    source_uid TEXT NOT NULL,
    extras TEXT NOT NULL
) STRICT;

CREATE TABLE membership (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    household_uid TEXT NOT NULL REFERENCES household (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX membership_by_person ON membership (person_uid);
CREATE INDEX membership_by_household ON membership (household_uid);

CREATE TABLE relationship (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    related_uid TEXT REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    related_name TEXT NOT NULL,
    words TEXT NOT NULL,
    standing TEXT NOT NULL
) STRICT;
CREATE INDEX relationship_by_person ON relationship (person_uid);
CREATE INDEX relationship_by_related ON relationship (related_uid) WHERE related_uid IS NOT NULL;

CREATE TABLE tel (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    owner_uid TEXT NOT NULL,
    value TEXT NOT NULL,
    types TEXT NOT NULL,
    label TEXT NOT NULL,
    pref INTEGER
) STRICT;
CREATE INDEX tel_by_owner ON tel (owner_uid);

CREATE TABLE email (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    owner_uid TEXT NOT NULL,
    value TEXT NOT NULL,
    types TEXT NOT NULL,
    label TEXT NOT NULL,
    pref INTEGER
) STRICT;
CREATE INDEX email_by_owner ON email (owner_uid);

CREATE TABLE adr (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    owner_uid TEXT NOT NULL,
    po_box TEXT NOT NULL,
    extended TEXT NOT NULL,
    street TEXT NOT NULL,
    locality TEXT NOT NULL,
    region TEXT NOT NULL,
    code TEXT NOT NULL,
    country TEXT NOT NULL,
    types TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT;
CREATE INDEX adr_by_owner ON adr (owner_uid);

CREATE TABLE consent (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    purpose TEXT NOT NULL,
    agreed_on TEXT NOT NULL,
    how TEXT NOT NULL,
    given_by TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    withdrawn_on TEXT
) STRICT;
CREATE INDEX consent_by_person ON consent (person_uid);

CREATE TABLE allergy_intolerance (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    category TEXT NOT NULL,
    substance TEXT NOT NULL,
    kind TEXT NOT NULL,
    substance_ref TEXT NOT NULL,
    severity TEXT NOT NULL,
    reaction TEXT NOT NULL,
    carries_pen INTEGER,
    traces_matter INTEGER,
    status TEXT NOT NULL,
    status_on TEXT,
    status_by TEXT NOT NULL,
    told_by TEXT NOT NULL,
    told_on TEXT,
    checked_on TEXT,
    recorded_by TEXT NOT NULL,
    last_reaction_year INTEGER,
    last_reaction_month INTEGER,
    last_reaction_day INTEGER,
    last_reaction_about INTEGER,
    last_reaction_said TEXT,
    note TEXT NOT NULL,
    consent_uid TEXT REFERENCES consent (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX allergy_intolerance_by_person ON allergy_intolerance (person_uid);
CREATE INDEX allergy_intolerance_by_consent ON allergy_intolerance (consent_uid) WHERE consent_uid IS NOT NULL;

CREATE TABLE asked (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    category TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    told_by TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    consent_uid TEXT REFERENCES consent (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX asked_by_person ON asked (person_uid);
CREATE INDEX asked_by_consent ON asked (consent_uid) WHERE consent_uid IS NOT NULL;

CREATE TABLE diet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    ref TEXT NOT NULL,
    told_by TEXT NOT NULL,
    told_on TEXT,
    consent_uid TEXT REFERENCES consent (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX diet_by_person ON diet (person_uid);
CREATE INDEX diet_by_consent ON diet (consent_uid) WHERE consent_uid IS NOT NULL;

CREATE TABLE occasion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    on_year INTEGER,
    on_month INTEGER,
    on_day INTEGER,
    on_about INTEGER NOT NULL,
    on_said TEXT NOT NULL,
    recurs TEXT NOT NULL,
    with_uid TEXT REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    label TEXT NOT NULL,
    feast TEXT NOT NULL,
    lead_days INTEGER,
    leap_day TEXT NOT NULL,
    age_told INTEGER,
    age_told_on TEXT,
    age_may_be_said INTEGER NOT NULL,
    note TEXT NOT NULL,
    told_by TEXT NOT NULL,
    told_on TEXT,
    source TEXT NOT NULL
) STRICT;
CREATE INDEX occasion_by_person ON occasion (person_uid);
CREATE INDEX occasion_by_with ON occasion (with_uid) WHERE with_uid IS NOT NULL;

CREATE TABLE kindness (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    direction TEXT NOT NULL,
    text TEXT NOT NULL,
    on_year INTEGER,
    on_month INTEGER,
    on_day INTEGER,
    on_about INTEGER NOT NULL,
    on_said TEXT NOT NULL,
    recorded_by TEXT NOT NULL,
    thanks_owed INTEGER NOT NULL,
    thanked_on TEXT
) STRICT;
CREATE INDEX kindness_by_person ON kindness (person_uid);

CREATE TABLE promise (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    by_year INTEGER,
    by_month INTEGER,
    by_day INTEGER,
    by_about INTEGER,
    by_said TEXT,
    made_on TEXT,
    made_by TEXT NOT NULL,
    status TEXT NOT NULL,
    closed_on TEXT
) STRICT;
CREATE INDEX promise_by_person ON promise (person_uid);

CREATE TABLE concern (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    what TEXT NOT NULL,
    who TEXT NOT NULL,
    who_uid TEXT REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    since_year INTEGER,
    since_month INTEGER,
    since_day INTEGER,
    since_about INTEGER NOT NULL,
    since_said TEXT NOT NULL,
    grave INTEGER NOT NULL,
    said TEXT NOT NULL,
    told_by TEXT NOT NULL,
    outcome TEXT,
    asked_on TEXT,
    asked_by TEXT NOT NULL,
    closed_on TEXT,
    consent_uid TEXT REFERENCES consent (uid) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX concern_by_person ON concern (person_uid);
CREATE INDEX concern_by_who ON concern (who_uid) WHERE who_uid IS NOT NULL;
CREATE INDEX concern_by_consent ON concern (consent_uid) WHERE consent_uid IS NOT NULL;

CREATE TABLE interest (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    may_introduce INTEGER,
    told_on TEXT
) STRICT;
CREATE INDEX interest_by_person ON interest (person_uid);

CREATE TABLE introduction (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    other_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    about TEXT NOT NULL,
    person_agrees INTEGER,
    other_agrees INTEGER,
    introduced_on TEXT,
    outcome TEXT NOT NULL
) STRICT;
CREATE INDEX introduction_by_person ON introduction (person_uid);
CREATE INDEX introduction_by_other ON introduction (other_uid) WHERE other_uid IS NOT NULL;

CREATE TABLE referral (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    sought TEXT NOT NULL,
    sent_to TEXT NOT NULL,
    "on" TEXT,
    outcome TEXT NOT NULL
) STRICT;
CREATE INDEX referral_by_person ON referral (person_uid);

CREATE TABLE wanted (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    since TEXT,
    arrived_on TEXT,
    told_on TEXT
) STRICT;
CREATE INDEX wanted_by_person ON wanted (person_uid);

CREATE TABLE dont_mention (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    since TEXT
) STRICT;
CREATE INDEX dont_mention_by_person ON dont_mention (person_uid);

CREATE TABLE collects (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    for_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    medicine INTEGER NOT NULL,
    told_on TEXT
) STRICT;
CREATE INDEX collects_by_person ON collects (person_uid);
CREATE INDEX collects_by_for ON collects (for_uid) WHERE for_uid IS NOT NULL;

CREATE TABLE pet (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    owner_uid TEXT NOT NULL,
    name TEXT NOT NULL,
    species TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX pet_by_owner ON pet (owner_uid);

CREATE TABLE visit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    at TEXT NOT NULL,
    seen_by TEXT NOT NULL
) STRICT;
CREATE INDEX visit_by_person ON visit (person_uid);

CREATE TABLE note (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    text TEXT NOT NULL,
    private INTEGER NOT NULL,
    written_on TEXT,
    written_by TEXT NOT NULL
) STRICT;
CREATE INDEX note_by_person ON note (person_uid);

CREATE TABLE loss (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    on_year INTEGER,
    on_month INTEGER,
    on_day INTEGER,
    on_about INTEGER NOT NULL,
    on_said TEXT NOT NULL,
    told_on TEXT NOT NULL,
    told_by TEXT NOT NULL
) STRICT;
CREATE INDEX loss_by_person ON loss (person_uid);

CREATE TABLE code (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    value TEXT NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE INDEX code_by_person ON code (person_uid);

CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    media_type TEXT NOT NULL,
    data BLOB NOT NULL,
    uri TEXT NOT NULL
) STRICT;
CREATE INDEX photo_by_person ON photo (person_uid);


-- The questions that are asked of everybody at once: whose day it is, what we owe, what to ask after, who came from which card.
CREATE INDEX person_by_source ON person (source_uid) WHERE source_uid <> '';
CREATE INDEX household_by_source ON household (source_uid) WHERE source_uid <> '';
CREATE INDEX occasion_by_day ON occasion (on_month, on_day);
CREATE INDEX occasion_by_feast ON occasion (recurs) WHERE recurs = 'feast';
CREATE INDEX promise_owed ON promise (status) WHERE status = 'owed';
CREATE INDEX concern_open ON concern (since_year, since_month, since_day) WHERE closed_on IS NULL;
CREATE INDEX visit_by_time ON visit (person_uid, unixepoch(at));

-- What was done, in the order in which it was done. stands: not taken back since.
CREATE TABLE act (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,              -- the Phrase, as JSON
    "by" TEXT NOT NULL,
    at TEXT NOT NULL,
    undoes TEXT REFERENCES act (uid),
    passed_over INTEGER NOT NULL,
    stands INTEGER NOT NULL
) STRICT;
CREATE INDEX act_by_undoes ON act (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX act_to_undo ON act (id) WHERE undoes IS NULL AND passed_over = 0 AND stands = 1;

-- What each act changed. Of a made record only its digest is kept, of a removed one everything, so that undo is exact.
CREATE TABLE journal (
    act INTEGER NOT NULL REFERENCES act (id),
    n INTEGER NOT NULL,              -- its place in the act
    version INTEGER NOT NULL,        -- the schema in whose words it is written
    kind TEXT NOT NULL,
    uid TEXT NOT NULL,
    field TEXT,                      -- NULL: the whole record was made or removed
    before TEXT,                     -- the field's cells, or the removed record's row, as JSON; NULL: it was made
    after TEXT,                      -- the field's cells as JSON; NULL for whole records
    digest BLOB,                     -- of the row of a made record
    PRIMARY KEY (act, n)
) STRICT, WITHOUT ROWID;

-- Whose cards and households an act touched, once each.
CREATE TABLE touched (
    owner TEXT NOT NULL,
    act INTEGER NOT NULL REFERENCES act (id),
    PRIMARY KEY (owner, act)
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The name index (search/ and store/names.py). It stands on its own: no foreign key, no trigger; NameIndex keeps it.
-- It reads from the rest of the schema only person(id, uid).

-- One row for each person in the index: what a result row shows, and which row of `ns` is theirs.
-- shown = the name as displayed; kin = displayed names of kin, parted by U+001F; seen = proleptic ordinal of the last visit (NULL: never).
CREATE TABLE named (
    id INTEGER PRIMARY KEY,          -- person.id
    uid TEXT NOT NULL UNIQUE,
    shown TEXT NOT NULL,
    nick TEXT NOT NULL DEFAULT '',
    kin TEXT NOT NULL DEFAULT '',
    tier INTEGER NOT NULL,
    seen INTEGER
);
CREATE INDEX named_by_tier ON named (tier, seen);

-- rowid = visit tier << 40 | person.id: FTS5 streams in rowid order, so a LIMIT meets the regulars first without a sort.
-- The terms are folded and parted in Python; `ascii` leaves every letter beyond ASCII alone, whatever Unicode SQLite was built with.
CREATE VIRTUAL TABLE ns USING fts5 (own, alt, kin, tokenize = 'ascii', detail = column, prefix = '1 2 3 4', columnsize = 0);
INSERT INTO ns (ns, rank) VALUES ('secure-delete', 1);

-- Telephone numbers as digits; backwards for "the last digits", trigrams for any other fragment.
CREATE TABLE phone_digits (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL,
    digits TEXT NOT NULL,
    backwards TEXT NOT NULL
);
CREATE INDEX phone_digits_by_person ON phone_digits (person_id);
CREATE INDEX phone_digits_by_end ON phone_digits (backwards);
CREATE VIRTUAL TABLE phone_parts USING fts5 (digits, content = 'phone_digits', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0);
INSERT INTO phone_parts (phone_parts, rank) VALUES ('secure-delete', 1);

-- Loyalty cards and other codes, as scanned, case folded.
CREATE TABLE scanned_code (
    code TEXT NOT NULL,
    person_id INTEGER NOT NULL,
    PRIMARY KEY (code, person_id)
) WITHOUT ROWID;
CREATE INDEX scanned_code_by_person ON scanned_code (person_id);

-- Which way of making keys filled the index: another number in the program makes Store rebuild it.
CREATE TABLE name_keys (version INTEGER NOT NULL);
CREATE INDEX named_by_shown ON named (shown COLLATE NOCASE);
