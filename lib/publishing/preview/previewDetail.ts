import { type ArticleDetail, detailOf } from '@/lib/archive/queries/article';
import { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import type { Instant } from '@/lib/site/dates';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Publication } from '../publication';

/** An article before it is published, and the eyes that see it as it will look. */
export interface Preview {
  readonly detail: ArticleDetail;
  readonly reader: Reader;
  /** When readers will see it by its date; null for a draft, and for what they see already. */
  readonly appears: Instant | null;
  readonly isDraft: boolean;
}

/**
 * Looks at an article whether or not it is published, at the moment of its date if that is to come.
 * Null where the publication has no sound version of it.
 */
export function preview<Result>(
  { database }: Publication,
  slug: ArticleSlug,
  work: (preview: Preview) => Result,
): Result | null {
  const now = Date.now();
  const row = database
    .query<{ model: string; body: string }>('SELECT model, body FROM article WHERE slug = ?')
    .get(slug);
  if (row === undefined) return null;
  // The archive wrote this text itself, from a value of this very type.
  const article = JSON.parse(row.model) as ArticleRecord;
  const { at } = article.published;
  return Reader.snapshot(database, Math.max(now, at), (reader) =>
    work({
      detail: detailOf(reader, article, row.body),
      reader,
      appears: article.draft || at <= now ? null : at,
      isDraft: article.draft,
    }),
  );
}
