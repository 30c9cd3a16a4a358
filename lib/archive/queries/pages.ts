import type { Instant } from '@/lib/site/dates';
import type { PageSlug } from '@/lib/site/slug';
import type { Reader } from '../reader';
import type { PageRecord } from '../records';

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

/** Every sound static page with its last update; null where it names none. */
export function pageDates(reader: Reader): { slug: PageSlug; updated: Instant | null }[] {
  reader.shown.add('pages');
  return reader.database
    .query<{ model: string }>('SELECT model FROM page ORDER BY slug')
    .all()
    .map(({ model }) => JSON.parse(model) as PageRecord)
    .map(({ slug, updated }) => {
      reader.shown.add(`page:${slug}`);
      return { slug, updated: updated?.at ?? null };
    });
}
