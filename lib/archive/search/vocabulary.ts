import { stemmer } from 'stemmer';
import type { Database } from '../database';
import { foldedWords } from './fold';
import { soundOf } from './sound';

/** From so many articles on, the whole vocabulary is read from the index, which is quicker then. */
const MANY = 200;
/** Longer ones are addresses and codes, which nobody misspells. */
const LONGEST = 40;

/**
 * Takes the words of articles that were read into the vocabulary. Words that are gone stay in it, and an
 * article that was read twice counts twice: both only guide searches.
 */
export function updateVocabulary(database: Database, paths: readonly string[]): void {
  if (paths.length >= MANY) readIndex(database);
  else for (const path of paths) addWords(database, wordsOfFile(database, path));
}

/** Shorter stems are those of words that have nothing in common: "one" and "on", "use" and "us". */
const SHORTEST_STEM = 3;

/** The stem that a word shares with its other forms (Porter; of English words alone). */
export function stemOf(word: string): string {
  // Porter takes it for many of what is new.
  if (word === 'news') return word;
  const stem = stemmer(word);
  return stem.length < SHORTEST_STEM ? word : stem;
}

function addWords(database: Database, words: Iterable<string>): void {
  for (const word of words) addWord(database, word, 1);
}

function addWord(database: Database, word: string, articles: number): void {
  if (word.length > LONGEST || !/\p{L}/u.test(word)) return;
  database.run(
    `INSERT INTO word VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles`,
    word,
    stemOf(word),
    word.length,
    word.slice(-2),
    soundOf(word),
    articles,
  );
}

function wordsOfFile(database: Database, path: string): Set<string> {
  const row = database
    .query<{ model: string; plain: string }>(
      'SELECT model, plain FROM article JOIN article_plain ON article = id WHERE file = ?',
    )
    .get(path);
  if (row === undefined) return new Set();
  const { title, summary } = JSON.parse(row.model) as { title: string; summary: string };
  return new Set(foldedWords(`${title} ${summary} ${row.plain}`));
}

/** Takes all words of the index anew but those that stand for sections, authors and the like. */
function readIndex(database: Database): void {
  database.run('DELETE FROM word');
  const terms = database
    .query<{ term: string; doc: number }>(
      "SELECT term, doc FROM article_term WHERE term NOT GLOB '?_*'",
    )
    .all();
  for (const { term, doc } of terms) addWord(database, term, doc);
}
