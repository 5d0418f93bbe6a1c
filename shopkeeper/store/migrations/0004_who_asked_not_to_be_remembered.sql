-- Schema 4: who asked not to be remembered, what we hear when we ask again, and what nobody has agreed to yet.

CREATE TABLE opt_out (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    person_uid TEXT NOT NULL REFERENCES person (uid) DEFERRABLE INITIALLY DEFERRED,
    asked_on TEXT NOT NULL,
    told_by TEXT NOT NULL
) STRICT;
CREATE INDEX opt_out_by_person ON opt_out (person_uid);

ALTER TABLE concern ADD COLUMN ask_from TEXT;
ALTER TABLE introduction ADD COLUMN met_on TEXT;
ALTER TABLE referral ADD COLUMN found INTEGER;

-- The questions of the day's end: who is to be told that something came, what was written down before anybody agreed.
CREATE INDEX wanted_here ON wanted (arrived_on) WHERE arrived_on IS NOT NULL AND told_on IS NULL;
CREATE INDEX allergy_intolerance_not_agreed ON allergy_intolerance (person_uid) WHERE consent_uid IS NULL;
CREATE INDEX asked_not_agreed ON asked (person_uid) WHERE consent_uid IS NULL;
CREATE INDEX diet_not_agreed ON diet (person_uid) WHERE consent_uid IS NULL;
CREATE INDEX concern_not_agreed ON concern (person_uid) WHERE consent_uid IS NULL;
