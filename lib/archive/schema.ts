/**
 * `model` columns hold the typed models of this folder's records.ts as JSON. `listing` is the
 * one table behind every list of articles on the site: kind and value name the list (author and
 * slug, month and 2026-11, ...), and the key is its order: newest first, then by slug. Only articles that are
 * sound and no drafts stand in it; scheduled ones do, and are held back by their date.
 */
export const SCHEMA = `
-- Names the program that made this file.
CREATE TABLE revision (name TEXT NOT NULL);

CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- shown is the fingerprint of the version that readers see: an earlier one while the present one
-- has errors, and null while none can be shown. Nothing of the file may be told in public before
-- secretUntil (milliseconds since 1970).
CREATE TABLE file (
  path TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  slug TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  shown TEXT,
  secretUntil INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX file_slug ON file (kind, slug, path);

CREATE TABLE diagnostic (
  file TEXT NOT NULL,
  origin TEXT NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  endLine INTEGER NOT NULL,
  endColumn INTEGER NOT NULL,
  severity TEXT NOT NULL,
  rule TEXT NOT NULL,
  message TEXT NOT NULL,
  suggestion TEXT
);
CREATE INDEX diagnostic_file ON diagnostic (file, origin);
CREATE INDEX diagnostic_error ON diagnostic (file) WHERE severity = 'error';

CREATE TABLE reference (
  file TEXT NOT NULL,
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  endLine INTEGER NOT NULL,
  endColumn INTEGER NOT NULL,
  -- What value leads to, in the site's own spelling: the path alone where it is a link.
  target TEXT NOT NULL
);
CREATE INDEX reference_file ON reference (file);
CREATE INDEX reference_target ON reference (kind, target);

CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL UNIQUE,
  slug TEXT NOT NULL,
  published INTEGER NOT NULL,
  listed INTEGER NOT NULL DEFAULT 0,
  draft INTEGER NOT NULL,
  translationOf TEXT,
  model TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX article_slug ON article (slug);
CREATE INDEX article_unlisted ON article (id) WHERE listed = 0;
CREATE INDEX article_translation ON article (translationOf) WHERE translationOf IS NOT NULL;

CREATE TABLE listing (
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  published INTEGER NOT NULL,
  slug TEXT NOT NULL,
  article INTEGER NOT NULL,
  label TEXT,
  -- When readers were last told of a change of the article; milliseconds since 1970.
  modified INTEGER NOT NULL,
  -- 1 where others published it first, so that search engines are sent to them.
  isCopy INTEGER NOT NULL,
  PRIMARY KEY (kind, value, published DESC, slug)
) WITHOUT ROWID;
CREATE INDEX listing_article ON listing (article);

CREATE TABLE correction (
  article INTEGER NOT NULL,
  at INTEGER NOT NULL,
  model TEXT NOT NULL
);
CREATE INDEX correction_at ON correction (at DESC);
CREATE INDEX correction_article ON correction (article);

-- Folded words (search/fold.ts); what is searched with them is none of the text itself.
CREATE VIRTUAL TABLE article_text USING fts5 (
  title, summary, body, facets,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 tokenchars '_'"
);
-- The same of headlines alone, so that those that hold a common word are found without all others.
CREATE VIRTUAL TABLE title_text USING fts5 (
  title, facets,
  content = '', contentless_delete = 1, prefix = '2 3', tokenize = "unicode61 tokenchars '_'"
);
CREATE VIRTUAL TABLE article_term USING fts5vocab (article_text, 'row');
CREATE TABLE article_plain (article INTEGER PRIMARY KEY, plain TEXT NOT NULL);

-- Every word that an article had since the archive was made, folded, and about how many have it.
CREATE TABLE word (
  word TEXT PRIMARY KEY,
  stem TEXT NOT NULL,
  length INTEGER NOT NULL,
  ending TEXT NOT NULL,
  sound TEXT NOT NULL,
  articles INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX word_stem ON word (stem);
CREATE INDEX word_length ON word (length, word);
CREATE INDEX word_ending ON word (ending, length);
CREATE INDEX word_sound ON word (sound);

-- Every topic that an article had since then; words are folded, each with a space before it.
CREATE TABLE topic (slug TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE author (slug TEXT PRIMARY KEY, file TEXT NOT NULL, name TEXT NOT NULL, model TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE page (slug TEXT PRIMARY KEY, file TEXT NOT NULL, model TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE media (
  path TEXT PRIMARY KEY,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  format TEXT NOT NULL,
  hash TEXT NOT NULL,
  tint TEXT
) WITHOUT ROWID;
CREATE TABLE redirect (address TEXT NOT NULL, target TEXT, file TEXT NOT NULL);
CREATE INDEX redirect_address ON redirect (address);
CREATE INDEX redirect_file ON redirect (file);

-- What each sync changed for readers, for those who made something of the archive and come back later.
CREATE TABLE change_log (id INTEGER PRIMARY KEY, shown TEXT NOT NULL);
CREATE TABLE archive_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
`;
