/** To be raised when the tables below change: an export by another layout is made anew. */
export const LAYOUT = '4';

/**
 * What an export holds. `run` counts the exports into the folder; `changed` is the run that last wrote a file, and
 * `fresh` says whether it is as the newest run wants it, so that one that is broken off goes on where it stopped.
 */
export const SCHEMA = `
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE run (id INTEGER PRIMARY KEY, "commit" TEXT, moment INTEGER NOT NULL, isDone INTEGER NOT NULL);
CREATE TABLE file (
  id INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  making TEXT NOT NULL,
  -- Of its content; of what is not there (a table of rates without a row), empty.
  hash TEXT NOT NULL,
  changed INTEGER NOT NULL,
  fresh INTEGER NOT NULL,
  -- Whether the plan of the last export had it; else it is there because others need it.
  planned INTEGER NOT NULL DEFAULT 0,
  -- Addresses that it names, one a line.
  links TEXT NOT NULL
);
CREATE INDEX file_changed ON file (changed);
CREATE INDEX file_file ON file (file);
CREATE INDEX file_empty ON file (address) WHERE hash = '';
CREATE INDEX file_unplanned ON file (address) WHERE planned = 0;
CREATE INDEX file_search ON file (id) WHERE making = 'search';
CREATE INDEX file_leading ON file (id) WHERE making = 'leading';
CREATE INDEX file_stale ON file (id) WHERE fresh = 0;
CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE shows (thing INTEGER NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (thing, file)) WITHOUT ROWID;
CREATE INDEX shows_file ON shows (file);
CREATE TABLE needs (address TEXT NOT NULL, file INTEGER NOT NULL, PRIMARY KEY (address, file)) WITHOUT ROWID;
CREATE INDEX needs_file ON needs (file);
CREATE TABLE removed (address TEXT PRIMARY KEY, file TEXT NOT NULL, run INTEGER NOT NULL) WITHOUT ROWID;
`;
