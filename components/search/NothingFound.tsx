import type { SearchRequest, SearchResults } from '@/lib/archive/search/search';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { BrowseLinks } from './SearchHelp';

interface NothingFoundProps {
  readonly request: SearchRequest;
  readonly results: SearchResults;
  readonly context: ViewContext;
}

/** What to try next. */
export function NothingFound({ request, results, context }: NothingFoundProps) {
  const { nothing } = context.messages.search;
  const { text, names } = results;
  const { section, country, author, from, to } = request;
  const isNarrowed = [section, country, author, from, to].some((chosen) => chosen !== null);
  return (
    <section className="search-help" aria-labelledby="nothing-found">
      <h2 id="nothing-found">
        {names.length === 0 ? nothing.heading : nothing.headingBesideNames}
      </h2>
      <ul>
        {isNarrowed ? (
          <li>
            <a href={routes.search(text)}>{nothing.withoutFilters}</a>
          </li>
        ) : null}
        <li>{nothing.spelling}</li>
        <li>{nothing.fewer}</li>
      </ul>
      <BrowseLinks context={context} />
    </section>
  );
}
