-- Agencies are named once; `key` is the name under which they are the same from year to year, `tail` the key with all
-- places but the last left out, by which names with more and with fewer places are found together.
CREATE TABLE agencies (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  tail TEXT NOT NULL,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX agencies_tail ON agencies (tail);

-- `cells` is a deflated list of address=value lines; a cell without a number is not in it. `topics` are the usual topics
-- (templates/phrases/topics.toml) that the report tells, each between two spaces.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  agency INTEGER NOT NULL REFERENCES agencies (id),
  year INTEGER NOT NULL,
  form TEXT NOT NULL,
  title TEXT NOT NULL,
  digest TEXT NOT NULL,
  origin TEXT NOT NULL,
  topics TEXT NOT NULL,
  cells BLOB NOT NULL,
  UNIQUE (agency, year)
) STRICT;

CREATE INDEX reports_year ON reports (year, agency);

-- Every source a report was made from, or set aside in favour of: nothing is read twice.
CREATE TABLE sources (
  digest TEXT PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  origin TEXT NOT NULL,
  used INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- `body` is a deflated list of sentence numbers and what stands in their slots.
CREATE TABLE sections (
  report INTEGER NOT NULL REFERENCES reports (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  kind TEXT NOT NULL,
  subsection TEXT NOT NULL,
  heading TEXT NOT NULL,
  body BLOB NOT NULL,
  PRIMARY KEY (report, ordinal)
) STRICT, WITHOUT ROWID;

-- Distinct wordings with slots. Numbers are never used again: postings may still name a deleted sentence.
CREATE TABLE sentences (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  hash INTEGER NOT NULL,
  agencies INTEGER NOT NULL DEFAULT 0,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sentences_hash ON sentences (hash);

CREATE TABLE uses (
  sentence INTEGER NOT NULL REFERENCES sentences (id),
  agency INTEGER NOT NULL,
  report INTEGER NOT NULL REFERENCES reports (id),
  PRIMARY KEY (sentence, agency, report)
) STRICT, WITHOUT ROWID;

-- How many sentences hold a pair of characters, and which: one blob for every 65,536 sentence numbers.
CREATE TABLE grams (
  gram INTEGER PRIMARY KEY,
  sentences INTEGER NOT NULL
) STRICT;
CREATE TABLE postings (
  gram INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  size INTEGER NOT NULL,
  ids BLOB NOT NULL,
  PRIMARY KEY (gram, segment)
) STRICT, WITHOUT ROWID;

-- `indexed`: sentences up to this number are in the postings, later ones are searched one by one; `listed`: how many
-- sentences the postings name, deleted ones included; `sample`: 1 when the agencies are fictional.
CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO settings VALUES ('indexed', '0'), ('listed', '0'), ('sample', '0');
