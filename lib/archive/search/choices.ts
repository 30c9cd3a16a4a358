import { COUNTRIES, type Country } from '@/lib/site/countries';
import { type Instant, monthOf } from '@/lib/site/dates';
import type { AuthorSlug } from '@/lib/site/slug';
import type { Reader, SectionName } from '../reader';

/** What a search can be narrowed down to. */
export interface SearchChoices {
  readonly sections: readonly SectionName[];
  readonly countries: readonly Country[];
  /** By name. */
  readonly people: readonly { readonly slug: AuthorSlug; readonly name: string }[];
  /** The years from which there are articles, newest first. */
  readonly years: readonly number[];
}

export function searchChoices(reader: Reader): SearchChoices {
  reader.shown.add('authors');
  const people = reader.database
    .query<{ slug: AuthorSlug; name: string }>('SELECT slug, name FROM author')
    .all()
    .sort((a, b) => a.name.localeCompare(b.name, reader.site.language));
  const sections = reader.sections.map(({ slug, name }) => ({ slug, name }));
  return { sections, countries: COUNTRIES, people, years: yearsOf(reader) };
}

/** The years from the oldest article to the newest one, the newest first. */
export function yearsOf({ database, horizon, site, shown }: Reader): number[] {
  // A year comes and goes with the first and the last of its months.
  shown.add('lists:month');
  const span = database
    .query<{ first: Instant | null; last: Instant | null }>(
      `SELECT
         (SELECT MIN(published) FROM listing WHERE kind = 'all' AND value = '' AND published <= ?1) AS first,
         (SELECT MAX(published) FROM listing WHERE kind = 'all' AND value = '' AND published <= ?1) AS last`,
    )
    .get(horizon);
  if (!span || span.first === null || span.last === null) return [];
  const yearOf = (at: Instant): number => Number(monthOf(at, site.timeZone).slice(0, 4));
  const newest = yearOf(span.last);
  return Array.from({ length: newest - yearOf(span.first) + 1 }, (_, index) => newest - index);
}
