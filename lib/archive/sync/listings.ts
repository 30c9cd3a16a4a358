import { monthOf } from '@/lib/site/dates';
import type { Database } from '../database';
import type { ArticleRecord } from '../records';
import { unlist } from './store';

interface Changed {
  readonly id: number;
  readonly model: string;
  readonly wanted: 0 | 1;
}

/** Puts every article into the lists that it belongs to, or out of all of them. */
export function updateListings(database: Database, timeZone: string): void {
  const changed = database
    .query<Changed>(
      `SELECT id, model, wanted FROM (
         SELECT id, model, listed, draft = 0 AND NOT EXISTS (
           SELECT 1 FROM diagnostic d WHERE d.file = article.file AND d.severity = 'error'
         ) AS wanted FROM article
       ) WHERE wanted <> listed`,
    )
    .all();
  for (const { id, model, wanted } of changed) {
    unlist(database, id);
    // The archive wrote this text itself, from a value of this very type.
    if (wanted === 1) list(database, id, JSON.parse(model) as ArticleRecord, timeZone);
    database.run('UPDATE article SET listed = ? WHERE id = ?', wanted, id);
  }
}

function list(database: Database, id: number, article: ArticleRecord, timeZone: string): void {
  const at = article.published.at;
  const put = (kind: string, value: string, label: string | null = null): void => {
    database.run(
      'INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?)',
      kind,
      value,
      at,
      article.slug,
      id,
      label,
    );
  };
  put('all', '');
  put('section', article.section);
  put('month', monthOf(at, timeZone));
  for (const author of article.authors) put('author', author);
  for (const country of article.countries) put('country', country);
  for (const topic of article.topics) put('topic', topic.slug, topic.name);
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
