import type { SearchChoices } from '@/lib/archive/search/choices';
import type { SearchResults } from '@/lib/archive/search/search';
import { pageCrumbs } from '@/lib/discovery/crumbs';
import { type SearchRequest, searchAddress } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { PageLinks } from '../lists/PageLinks';
import { FoundNames } from './FoundNames';
import { HitCard } from './HitCard';
import { NothingFound, WithoutFilters } from './NothingFound';
import { SearchForm } from './SearchForm';
import { SearchHelp } from './SearchHelp';
import { SetFilters } from './SetFilters';

export interface SearchModel {
  readonly request: SearchRequest;
  readonly choices: SearchChoices;
  readonly results: SearchResults;
}

interface SearchViewProps {
  readonly model: SearchModel;
  readonly context: ViewContext;
}

/** The page that searches, and what it found. */
export function SearchView({ model, context }: SearchViewProps) {
  const { choices, results } = model;
  const { messages } = context;
  const { text } = results;
  // As far as it was read: addresses need not grow with what was pasted.
  const unknown = Object.fromEntries(results.leftOut.map((filter) => [filter, null]));
  const request = { ...model.request, ...unknown, text };
  return (
    <div className="wrap">
      <Breadcrumb crumbs={pageCrumbs(messages, messages.search.title)} context={context} />
      <div className="search-head">
        <h1>{text === '' ? messages.search.title : messages.search.resultsFor(text)}</h1>
        <SearchForm text={text} filters={{ request, choices }} context={context} />
        <SetFilters request={request} choices={choices} context={context} />
        <LeftOut results={results} context={context} />
      </div>
      {text === '' ? (
        <SearchHelp context={context} />
      ) : (
        <Found request={request} results={results} context={context} />
      )}
    </div>
  );
}

interface FoundProps {
  readonly request: SearchRequest;
  readonly results: SearchResults;
  readonly context: ViewContext;
}

function Found({ request, results, context }: FoundProps) {
  const { hits, names, total, isMore, page, pages } = results;
  const { list, search } = context.messages;
  if (hits.length === 0 && names.length === 0) {
    return <NothingFound request={request} context={context} />;
  }
  return (
    <>
      <Instead request={request} results={results} context={context} />
      {results.isPartial ? <p className="search-instead">{search.partial}</p> : null}
      {hits.length === 0 ? (
        <p className="search-found">
          {search.namesAlone} <WithoutFilters request={request} context={context} />
        </p>
      ) : (
        <p className="search-found">{search.found(total, isMore)}</p>
      )}
      <FoundNames names={names} context={context} />
      <div className="list-cards">
        {hits.map((hit) => (
          <HitCard key={hit.card.slug} hit={hit} context={context} />
        ))}
      </div>
      <PageLinks
        page={page}
        pages={pages}
        pageAt={(number) => searchAddress({ ...request, page: number })}
        words={{ ...search.pages, place: list.pageOf(page, pages) }}
      />
    </>
  );
}

/** Filters that the address asks for and that are none: a link may be older than a section's end. */
function LeftOut({ results, context }: Omit<FoundProps, 'request'>) {
  const { filters } = context.messages.search;
  if (results.leftOut.length === 0) return null;
  const names = results.leftOut.map((filter) => filters[filter]);
  return <p className="search-note">{filters.leftOut(names)}</p>;
}

/** That something else is shown than was asked for, with the address of that. */
function Instead({ request, results, context }: FoundProps) {
  const { instead } = results;
  if (instead === null) return null;
  const { nothingFor, showing } = context.messages.search.instead;
  return (
    <p className="search-instead">
      {nothingFor(request.text)} {showing}{' '}
      <a href={searchAddress({ ...request, text: instead, page: 1 })}>{instead}</a>.
    </p>
  );
}
