import { newestDate, newestOfLists } from '@/lib/archive/queries/lists';
import { pageDates } from '@/lib/archive/queries/pages';
import { portraits } from '@/lib/archive/queries/people';
import type { Reader } from '@/lib/archive/reader';
import { CURRENCY_CODES } from '@/lib/site/currencyCodes';
import type { Instant } from '@/lib/site/dates';
import { asked, routes, type SitePath } from '@/lib/site/routes';

/** A page that is no article, and when what it lists was last added to; null where nobody knows. */
export interface SitePage {
  readonly path: SitePath;
  readonly modified: Instant | null;
  /** `media/NAME` of the picture that it is about. */
  readonly picture?: string | null;
}

type Kind = 'section' | 'country' | 'topic';

/** Every page that is no article and has something on it, each list by its first page. */
export function sitePages(reader: Reader): SitePage[] {
  const newest = newestDate(reader);
  const months = newestOfLists(reader, 'month');
  const newestOf = new Map(
    newestOfLists(reader, 'author').map((list) => [list.value, list.newest]),
  );
  const sections = new Set<string>(reader.sections.map(({ slug }) => slug));
  const lists = (kind: Kind) =>
    newestOfLists(reader, kind).filter(({ value }) => kind !== 'section' || sections.has(value));
  return [
    { path: routes.front(), modified: newest },
    { path: routes.people(), modified: null },
    { path: routes.archive(), modified: newest },
    { path: routes.corrections(), modified: null },
    { path: routes.rates(), modified: null },
    ...CURRENCY_CODES.map((code) => ({ path: routes.rate(code), modified: null })),
    ...pageDates(reader).map(({ slug, updated }) => ({
      path: routes.page(slug),
      modified: updated,
    })),
    ...lists('section').map(({ value, newest: modified }) => ({
      path: asked.section(value),
      modified,
    })),
    ...lists('country').map(({ value, newest: modified }) => ({
      path: asked.country(value),
      modified,
    })),
    ...portraits(reader).map(({ slug, picture }) => {
      return { path: routes.person(slug), modified: newestOf.get(slug) ?? null, picture };
    }),
    ...months.map(({ value, newest: modified }) => {
      return { path: asked.month(value.slice(0, 4), value.slice(5)), modified };
    }),
    ...lists('topic').map(({ value, newest: modified }) => ({
      path: asked.topic(value),
      modified,
    })),
  ];
}
