import type { Article } from '@/lib/content/models';
import type { Database } from '../database';
import type { ArticleRecord } from '../records';
import type { Put } from './readText';
import { putArticle } from './store';

/** What puts back the version of an article that the archive holds; null where it holds none. */
export function previousModel(database: Database, path: string, timeZone: string): Put | null {
  const row = database
    .query<{ model: string; body: string; plain: string }>(
      'SELECT model, body, plain FROM article JOIN article_plain ON article = id WHERE file = ?',
    )
    .get(path);
  if (row === undefined) return null;
  // The archive wrote this text itself, from a value of this very type.
  const record = JSON.parse(row.model) as ArticleRecord;
  const article: Article = { ...record, body: row.body, plain: row.plain };
  return (target) => putArticle(target, path, article, timeZone);
}
