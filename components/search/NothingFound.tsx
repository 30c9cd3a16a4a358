import { NO_FILTERS, type SearchRequest, searchAddress } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';
import { BrowseLinks } from './SearchHelp';

interface NothingFoundProps {
  readonly request: SearchRequest;
  readonly context: ViewContext;
}

/** What to try next. */
export function NothingFound({ request, context }: NothingFoundProps) {
  const { nothing } = context.messages.search;
  return (
    <section className="search-help" aria-labelledby="nothing-found">
      <h2 id="nothing-found">{nothing.heading}</h2>
      <ul>
        {isNarrowed(request) ? (
          <li>
            <WithoutFilters request={request} context={context} />
          </li>
        ) : null}
        <li>{nothing.spelling}</li>
        <li>{nothing.fewer}</li>
      </ul>
      <BrowseLinks context={context} />
    </section>
  );
}

/** The same search without its filters; nothing where it has none. */
export function WithoutFilters({ request, context }: NothingFoundProps) {
  if (!isNarrowed(request)) return null;
  const address = searchAddress({ ...NO_FILTERS, text: request.text, page: 1 });
  return <a href={address}>{context.messages.search.nothing.withoutFilters}</a>;
}

function isNarrowed({ section, country, author, from, to }: SearchRequest): boolean {
  return [section, country, author, from, to].some((chosen) => chosen !== null);
}
