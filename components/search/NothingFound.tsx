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
  const { text, section, country, author, from, to } = request;
  const isNarrowed = [section, country, author, from, to].some((chosen) => chosen !== null);
  return (
    <section className="search-help" aria-labelledby="nothing-found">
      <h2 id="nothing-found">{nothing.heading}</h2>
      <ul>
        {isNarrowed ? (
          <li>
            <a href={searchAddress({ ...NO_FILTERS, text, page: 1 })}>{nothing.withoutFilters}</a>
          </li>
        ) : null}
        <li>{nothing.spelling}</li>
        <li>{nothing.fewer}</li>
      </ul>
      <BrowseLinks context={context} />
    </section>
  );
}
