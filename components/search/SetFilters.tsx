import type { SearchChoices } from '@/lib/archive/search/choices';
import { type SearchFilters, type SearchRequest, searchAddress } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';

interface SetFiltersProps {
  readonly request: SearchRequest;
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

/** The filters that are set, each a link that takes it away; nothing where there are none. */
export function SetFilters({ request, choices, context }: SetFiltersProps) {
  const { countries, search } = context.messages;
  const { set, since, until, takeAway } = search.filters;
  const { section, country, author, from, to } = request;
  const place = choices.countries.find((one) => one === country);
  const named: readonly [keyof SearchFilters, string | undefined][] = [
    ['section', choices.sections.find(({ slug }) => slug === section)?.name],
    ['country', place && countries[place]],
    ['author', choices.people.find(({ slug }) => slug === author)?.name],
    ['from', from === null ? undefined : since(from)],
    ['to', to === null ? undefined : until(to)],
  ];
  const links = named.filter(([, name]) => name !== undefined);
  if (links.length === 0) return null;
  return (
    <ul className="search-set" aria-label={set}>
      {links.map(([kind, name]) => (
        <li key={kind}>
          <a href={searchAddress({ ...request, page: 1, [kind]: null })}>
            {name} <span aria-hidden="true">×</span>
            <span className="sr-only">{` (${takeAway})`}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
