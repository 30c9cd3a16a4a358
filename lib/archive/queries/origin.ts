import type { ObjectName } from '@/lib/git/repository';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import { objectOf } from '../trees/fingerprints';

/** The version of a file that readers see, as Git knows it. */
export interface Origin {
  /** Path below the content folder. */
  readonly path: string;
  readonly object: ObjectName;
}

/**
 * Where a published article comes from; null where the version that readers see is not in Git, and
 * for drafts, broken and scheduled ones.
 */
export function articleOrigin(reader: Reader, slug: ArticleSlug): Origin | null {
  reader.shown.add(`article:${slug}`);
  const row = reader.database
    .query<{ path: string; shown: string | null }>(
      `SELECT path, shown FROM article JOIN file ON file.path = article.file
       WHERE article.slug = ? AND listed = 1 AND published <= ?`,
    )
    .get(slug, reader.now);
  const object = row?.shown ? objectOf(row.shown) : null;
  return row && object !== null ? { path: row.path, object } : null;
}
