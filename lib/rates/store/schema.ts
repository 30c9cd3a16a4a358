/** Version of the layout below, kept in the file itself. */
export const LAYOUT = 1;

/** Times are milliseconds since 1970; dates `YYYY-MM-DD`; rates local units for one US dollar. */
export const SCHEMA = `
CREATE TABLE observation (
  source TEXT NOT NULL,
  quote TEXT NOT NULL,
  date TEXT NOT NULL,
  rate TEXT NOT NULL,
  -- Who passed it on: a provider, 'content' for the publication's own tables, 'import'.
  via TEXT NOT NULL,
  nominal INTEGER NOT NULL,
  fetched_at INTEGER NOT NULL,
  PRIMARY KEY (source, quote, date)
) WITHOUT ROWID;

-- What a source once said and later corrected.
CREATE TABLE revision (
  source TEXT NOT NULL,
  quote TEXT NOT NULL,
  date TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  via TEXT NOT NULL,
  at INTEGER NOT NULL
);

-- Figures that moved too far to be believed at once.
CREATE TABLE quarantine (
  source TEXT NOT NULL,
  quote TEXT NOT NULL,
  date TEXT NOT NULL,
  rate TEXT NOT NULL,
  via TEXT NOT NULL,
  nominal INTEGER NOT NULL,
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  PRIMARY KEY (source, quote)
) WITHOUT ROWID;

-- The source that answered last for a currency.
CREATE TABLE chosen (
  quote TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE provider (
  id TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  closed_until INTEGER NOT NULL,
  pause INTEGER NOT NULL,
  attempted_at INTEGER NOT NULL,
  succeeded_at INTEGER,
  message TEXT
) WITHOUT ROWID;

CREATE TABLE validator (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  at INTEGER NOT NULL
) WITHOUT ROWID;

-- Counts the changes of what readers see.
CREATE TABLE figures (version INTEGER NOT NULL);
INSERT INTO figures VALUES (1);

PRAGMA user_version = ${LAYOUT};
`;
