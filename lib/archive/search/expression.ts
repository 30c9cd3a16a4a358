import type { SearchFilters } from '@/lib/site/searchRequest';
import type { Forms } from './forms';
import { FACETS } from './indexText';

export interface Wanted {
  readonly terms: readonly Forms[];
  readonly excluded: readonly Forms[];
  readonly filters: SearchFilters;
  /** Whether every term has to be found, or any. */
  readonly all: boolean;
}

const EVERYWHERE = '{title summary body}';
export const HEADLINES = '{title}';

/**
 * Writes what is looked for in the language of SQLite's full text index (FTS5, section 3). Words are of
 * letters and digits alone and stand in quotation marks, so that nothing of them is read as syntax.
 * @param columns of the index
 */
export function expression(
  { terms, excluded, filters, all }: Wanted,
  columns = EVERYWHERE,
): string {
  const wanted = terms.map(anyForm).join(all ? ' AND ' : ' OR ');
  const unwanted = excluded.map(anyForm).join(' OR ');
  const text = `${columns} : (${wanted})`;
  const kept = unwanted === '' ? text : `(${text} NOT ${columns} : (${unwanted}))`;
  return [kept, ...facets(filters).map((facet) => `facets : (${facet})`)].join(' AND ');
}

function anyForm({ phrases, prefix }: Forms): string {
  const forms = phrases.map((words) => `"${words.join(' ')}"`);
  if (prefix !== null) forms.push(`"${prefix}" *`);
  return `(${forms.join(' OR ')})`;
}

function facets({ section, country, author, from, to }: SearchFilters): string[] {
  const single = [
    section === null ? null : FACETS.section(section),
    country === null ? null : FACETS.country(country),
    author === null ? null : FACETS.author(author),
  ].flatMap((facet) => (facet === null ? [] : [`"${facet}"`]));
  if (from === null || to === null) return single;
  const years = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    return `"${FACETS.year(from + index)}"`;
  });
  // Years in the wrong order leave nothing.
  return [...single, years.length === 0 ? `"${FACETS.year('none')}"` : years.join(' OR ')];
}
