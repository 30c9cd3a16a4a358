import type { SearchModel } from '@/components/search/SearchView';
import type { SearchChoices } from '@/lib/archive/search/choices';
import type { Marked } from '@/lib/archive/search/marks';
import type { SearchHit, SearchResults } from '@/lib/archive/search/search';
import { routes } from '@/lib/site/routes';
import { NO_FILTERS, type SearchRequest } from '@/lib/site/searchRequest';
import { aCard } from './cards';
import { aFullCard } from './fullModels';
import { slug } from './slugs';

export function aRequest(facts: Partial<SearchRequest> = {}): SearchRequest {
  return { ...NO_FILTERS, text: 'water', page: 1, ...facts };
}

export function someChoices(facts: Partial<SearchChoices> = {}): SearchChoices {
  return {
    sections: [
      { slug: slug('politics'), name: 'Politics' },
      { slug: slug('society'), name: 'Society' },
    ],
    countries: ['kazakhstan', 'region'],
    people: [{ slug: slug('aliya-haidar'), name: 'Aliya Haidar' }],
    years: [2026, 2025, 2024],
    ...facts,
  };
}

/** Text whose parts between asterisks match. */
export function marked(text: string): Marked {
  return text
    .split('*')
    .map((part, index) => ({ text: part, isMatch: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

export function aHit(facts: Partial<SearchHit> = {}): SearchHit {
  const card = facts.card ?? aCard();
  return {
    card,
    title: [{ text: card.title, isMatch: false }],
    summary: [{ text: card.summary, isMatch: false }],
    passages: [],
    ...facts,
  };
}

export function someResults(facts: Partial<SearchResults> = {}): SearchResults {
  const { hits = [] } = facts;
  return {
    text: 'water',
    total: hits.length,
    isMore: false,
    page: 1,
    pages: 1,
    names: [],
    instead: null,
    isPartial: false,
    leftOut: [],
    ...facts,
    hits,
  };
}

interface Facts {
  readonly request?: Partial<SearchRequest>;
  readonly choices?: Partial<SearchChoices>;
  readonly results?: Partial<SearchResults>;
}

export function aSearch({ request, choices, results }: Facts = {}): SearchModel {
  return {
    request: aRequest(request),
    choices: someChoices(choices),
    results: someResults(results),
  };
}

/** A search with everything that it can have; all words are `text`. */
export function aFullSearch(text: string): SearchModel {
  const match = { text, isMatch: true };
  const before = { text: `${text} `, isMatch: false };
  const after = { text: ` ${text}`, isMatch: false };
  const [section, person] = [slug<'section'>('society'), slug<'author'>('aliya')];
  return aSearch({
    request: { text, section, country: 'region', author: person, from: 2024, to: 2025, page: 2 },
    choices: { sections: [{ slug: section, name: text }], people: [{ slug: person, name: text }] },
    results: {
      text,
      hits: [
        aHit({
          card: { ...aFullCard(text), lang: 'ru' },
          title: [before, match],
          summary: [match],
          passages: [[before, match, after]],
        }),
      ],
      total: 1000,
      isMore: true,
      page: 2,
      pages: 100,
      names: [
        { kind: 'person', name: text, path: routes.person(person), note: text },
        { kind: 'country', name: text, path: routes.country('region'), note: null },
      ],
      instead: text,
    },
  });
}
