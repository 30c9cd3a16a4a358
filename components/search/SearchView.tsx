import type { SearchChoices } from '@/lib/archive/search/choices';
import type { SearchResults } from '@/lib/archive/search/search';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { type SearchRequest, searchAddress } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Pagination } from '../lists/Pagination';
import { FoundNames } from './FoundNames';
import { SearchForm } from './SearchForm';
import { SearchResult } from './SearchResult';

interface SearchViewProps {
  readonly request: SearchRequest;
  readonly results: SearchResults;
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

/** The search page: the form, and what was found. */
export function SearchView({ request, results, choices, context }: SearchViewProps) {
  const { search } = context.messages;
  const { text, hits, names, page, pages } = results;
  return (
    <div className="wrap list-view search-page">
      <Breadcrumb crumbs={pageCrumbs(context.messages, search.heading)} context={context} />
      <header className="page-head">
        <h1>{text === '' ? search.heading : search.resultsFor(text)}</h1>
      </header>
      <SearchForm request={{ ...request, text }} choices={choices} context={context} />
      <Outcome results={results} context={context} />
      <FoundNames names={names} context={context} />
      <div className="list-cards">
        {hits.map((hit) => (
          <SearchResult key={hit.card.slug} hit={hit} context={context} />
        ))}
      </div>
      <Pagination
        pageAt={(number) => searchAddress({ ...request, text, page: number })}
        page={page}
        pages={pages}
        context={context}
      />
    </div>
  );
}

/** What came of the search, in a sentence. */
function Outcome({ results, context }: Pick<SearchViewProps, 'results' | 'context'>) {
  const { search } = context.messages;
  const { text, instead, total, isMore, names } = results;
  if (text === '') {
    return (
      <p className="search-outcome">
        {search.invitation} {search.help}
      </p>
    );
  }
  if (instead !== null) return <p className="search-outcome">{search.instead(text, instead)}</p>;
  if (total > 0) return <p className="search-outcome">{search.count(total, isMore)}</p>;
  if (names.length > 0) return null;
  return (
    <p className="search-outcome">
      {search.nothing(text)} {search.advice}
    </p>
  );
}
