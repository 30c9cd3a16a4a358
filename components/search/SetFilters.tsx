import type { SearchChoices, SearchRequest } from '@/lib/archive/search/search';
import { routes, type SearchFilters } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface SetFiltersProps {
  readonly text: string;
  readonly request: SearchRequest;
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

/** The filters that are set, each a link that takes it away; nothing where there are none. */
export function SetFilters({ text, request, choices, context }: SetFiltersProps) {
  const { countries, search } = context.messages;
  const { set, since, until, takeAway } = search.filters;
  const { section, country, author, from, to } = request;
  const place = choices.countries.find((one) => one === country);
  const filters: SearchFilters = { section, country, author, from, to };
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
          <a href={routes.search(text, { ...filters, [kind]: null })}>
            {name} <span aria-hidden="true">×</span>
            <span className="sr-only">{` (${takeAway})`}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
