import { readPath } from '@/lib/site/addresses';
import type { SitePath } from '@/lib/site/routes';
import { isSlug, type PageSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import type { PageRecord } from '../records';
import { articleCard } from './article';

export function staticPage(reader: Reader, slug: PageSlug): PageRecord | null {
  reader.shown.add(`page:${slug}`);
  const row = reader.database
    .query<{ model: string }>('SELECT model FROM page WHERE slug = ?')
    .get(slug);
  return row ? (JSON.parse(row.model) as PageRecord) : null;
}

export interface PageLink {
  readonly slug: PageSlug;
  readonly title: string;
}

/** Every sound static page, by title. */
export function staticPages(reader: Reader): PageLink[] {
  reader.shown.add('pages');
  return reader.database
    .query<{ model: string }>('SELECT model FROM page')
    .all()
    .map(({ model }) => JSON.parse(model) as PageRecord)
    .map(({ slug, title }) => ({ slug, title }))
    .sort((a, b) => a.title.localeCompare(b.title, reader.site.language));
}

/**
 * Where an old address leads now: redirects.yml, or the article that claims it. Null where that
 * is an article that readers cannot see (yet).
 */
export function redirectTarget(reader: Reader, path: SitePath): string | null {
  const row = reader.database
    .query<{ target: string | null }>(
      // The first file by path keeps a disputed address; the sync reports the others.
      'SELECT target FROM redirect WHERE address = ? ORDER BY file, rowid LIMIT 1',
    )
    .get(path);
  const target = row?.target ?? null;
  const address = target === null ? undefined : readPath(target);
  if (address?.kind !== 'article' || !isSlug<'article'>(address.value)) return target;
  return articleCard(reader, address.value) ? target : null;
}
