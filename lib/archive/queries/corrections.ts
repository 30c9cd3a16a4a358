import type { Correction } from '@/lib/content/models';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import { recordOf } from './cards';

export interface CorrectionEntry {
  readonly correction: Correction;
  readonly article: { readonly slug: ArticleSlug; readonly title: string; readonly lang: string };
}

export interface CorrectionsPage {
  readonly entries: readonly CorrectionEntry[];
  readonly page: number;
  readonly pages: number;
}

/** One page of all corrections and clarifications, newest first; null past the end. */
export function correctionsPage(reader: Reader, page = 1): CorrectionsPage | null {
  reader.shown.add('corrections');
  const { perPage } = reader.site;
  const where = `FROM correction c JOIN article a ON a.id = c.article
    WHERE a.listed = 1 AND a.published <= ?1 AND c.at <= ?1`;
  const total =
    reader.database
      .query<{ total: number }>(`SELECT COUNT(*) AS total ${where}`)
      .get(reader.horizon)?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page > pages) return null;
  const entries = reader.database
    .query<{ correction: string; model: string }>(
      `SELECT c.model AS correction, a.model AS model ${where}
       ORDER BY c.at DESC, a.slug LIMIT ?2 OFFSET ?3`,
    )
    .all(reader.horizon, perPage, (page - 1) * perPage)
    .map(({ correction, model }) => {
      const { slug, title, lang } = recordOf({ model });
      return { correction: JSON.parse(correction) as Correction, article: { slug, title, lang } };
    });
  return { entries, page, pages };
}
