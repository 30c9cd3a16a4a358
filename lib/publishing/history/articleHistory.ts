import { shownVersion } from '@/lib/archive/queries/pictures';
import type { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import { objectOf } from '@/lib/archive/trees/fingerprints';
import { GitError } from '@/lib/git/git';
import type { Publication } from '../publication';
import { type Versions, versionsOf } from './versions';

/** An article with the versions of it that readers have seen. */
export interface ArticleHistory extends Versions {
  readonly article: ArticleRecord;
}

/**
 * The versions of a published article; null where there is no such article, its history is nobody's
 * to see, or Git does not know the file.
 * @param slug as it was asked for
 */
export function articleHistory(
  publication: Publication,
  reader: Reader,
  slug: string,
): ArticleHistory | null {
  reader.shown.add(`article:${slug}`);
  if (!reader.site.history) return null;
  const row = reader.database
    .query<{ file: string; model: string }>(
      'SELECT file, model FROM article WHERE slug = ? AND listed = 1 AND published <= ?',
    )
    .get(slug, reader.horizon);
  const git = row && publication.source.versions(publication.commit);
  if (!row || !git) return null;
  const fingerprint = shownVersion(reader.database, row.file);
  const file = { path: row.file, shown: fingerprint === null ? null : objectOf(fingerprint) };
  try {
    const versions = versionsOf(git.repository, git.head, file, reader.site);
    if (versions.versions.length === 0) return null;
    // The archive wrote this text itself, from a value of this very type.
    return { ...versions, article: JSON.parse(row.model) as ArticleRecord };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    console.error(`The history of ${row.file} cannot be read: ${error.message}`);
    return null;
  }
}
