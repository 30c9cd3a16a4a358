import type { ArticleSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import type { ArticleRecord } from '../records';
import { type CardRow, recordOf } from './cards';
import { type ListKey, noteList, valueOfKey } from './lists';

/** An article with its body, and with nothing that stands around it on its page. */
export interface WholeArticle {
  readonly article: ArticleRecord;
  /** Markdown. */
  readonly body: string;
}

/** The published article of a slug; null for drafts, broken and scheduled ones. */
export function wholeArticle(reader: Reader, slug: ArticleSlug): WholeArticle | null {
  reader.shown.add(`article:${slug}`);
  const row = reader.database
    .query<CardRow & { body: string }>(
      'SELECT model, body FROM article WHERE slug = ? AND listed = 1 AND published <= ?',
    )
    .get(slug, reader.horizon);
  return row ? { article: recordOf(row), body: row.body } : null;
}

/** Everything that a reader reads of an article's body, as it was read into the archive; empty where there is none. */
export function plainText(reader: Reader, slug: ArticleSlug): string {
  const row = reader.database
    .query<{ plain: string }>(
      'SELECT plain FROM article JOIN article_plain ON article = id WHERE slug = ?',
    )
    .get(slug);
  return row?.plain ?? '';
}

/** The newest articles of a list with their bodies. */
export function newestWhole(reader: Reader, key: ListKey, limit: number): WholeArticle[] {
  noteList(reader, key);
  return reader.database
    .query<CardRow & { body: string }>(
      `SELECT model, body FROM (
         SELECT article, published, slug FROM listing
         WHERE kind = ? AND value = ? AND published <= ?
         ORDER BY published DESC, slug LIMIT ?
       ) entry JOIN article ON article.id = entry.article
       ORDER BY entry.published DESC, entry.slug`,
    )
    .all(key.kind, valueOfKey(key), reader.horizon, limit)
    .map((row) => {
      const article = recordOf(row);
      reader.shown.add(`article:${article.slug}`);
      return { article, body: row.body };
    });
}
