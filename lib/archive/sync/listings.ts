import { monthOf } from '@/lib/site/dates';
import type { Database } from '../database';
import { lastChange } from '../lastChange';
import type { ArticleRecord } from '../records';
import { foldedWords } from '../search/fold';

interface Unlisted {
  readonly id: number;
  readonly model: string;
}

/** Puts those of the dirty articles that are not yet there into the lists that they belong to. */
export function updateListings(database: Database, timeZone: string, listsDrafts: boolean): void {
  const unlisted = database
    .query<Unlisted>(
      `SELECT id, model FROM dirty CROSS JOIN article ON article.file = dirty.file
       WHERE listed = 0 AND (draft = 0 OR ?)`,
    )
    .all(listsDrafts ? 1 : 0);
  for (const { id, model } of unlisted) {
    // The archive wrote this text itself, from a value of this very type.
    list(database, id, JSON.parse(model) as ArticleRecord, timeZone);
    database.run('UPDATE article SET listed = 1 WHERE id = ?', id);
  }
}

function list(database: Database, id: number, article: ArticleRecord, timeZone: string): void {
  const at = article.published.at;
  const modified = lastChange(article);
  const put = (kind: string, value: string, label: string | null = null): void => {
    database.run(
      'INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      kind,
      value,
      at,
      article.slug,
      id,
      label,
      modified,
      article.canonicalUrl === null ? 0 : 1,
    );
  };
  put('all', '');
  put('section', article.section);
  put('month', monthOf(at, timeZone));
  for (const author of article.authors) put('author', author);
  for (const country of article.countries) put('country', country);
  for (const topic of article.topics) {
    put('topic', topic.slug, topic.name);
    const words = foldedWords(topic.name).map((word) => ` ${word}`);
    database.run('INSERT OR IGNORE INTO topic VALUES (?, ?)', topic.slug, words.join(''));
  }
  if (article.series) put('series', article.series.slug, article.series.name);
  for (const correction of article.corrections) {
    database.run(
      'INSERT INTO correction VALUES (?, ?, ?)',
      id,
      correction.date.at,
      JSON.stringify(correction),
    );
  }
}
