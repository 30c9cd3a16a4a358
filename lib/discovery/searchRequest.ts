import type { SearchChoices, SearchRequest } from '@/lib/archive/search/search';

/**
 * Reads what a search asks for from its address. What the filters cannot be set to filters nothing, so that
 * an old or mistyped address still finds something; years in the wrong order are turned round.
 * @param asked query of the address
 */
export function readSearchRequest(asked: URLSearchParams, choices: SearchChoices): SearchRequest {
  const among = <Value extends string | number>(
    name: string,
    values: readonly Value[],
  ): Value | null => values.find((value) => String(value) === asked.get(name)) ?? null;
  const from = among('from', choices.years);
  const to = among('to', choices.years);
  const isTurned = from !== null && to !== null && from > to;
  return {
    text: asked.get('q') ?? '',
    section: among('section', slugsOf(choices.sections)),
    country: among('country', choices.countries),
    author: among('author', slugsOf(choices.people)),
    from: isTurned ? to : from,
    to: isTurned ? from : to,
    page: pageOf(asked.get('page')),
  };
}

function slugsOf<Slug extends string>(choices: readonly { readonly slug: Slug }[]): Slug[] {
  return choices.map(({ slug }) => slug);
}

function pageOf(text: string | null): number {
  return text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}
