import type { SearchChoices, SearchRequest, SearchResults } from '@/lib/archive/search/search';
import { routes, type SearchFilters } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { PageLinks } from '../lists/PageLinks';
import { FoundNames } from './FoundNames';
import { HitCard } from './HitCard';
import { NothingFound } from './NothingFound';
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
  const { request, choices, results } = model;
  const { messages } = context;
  const { text } = results;
  return (
    <div className="wrap">
      <Breadcrumb
        crumbs={[{ label: messages.home, path: routes.front() }, { label: messages.search.title }]}
        context={context}
      />
      <div className="search-head">
        <h1>{text === '' ? messages.search.title : messages.search.resultsFor(text)}</h1>
        <SearchForm text={text} filters={{ request, choices }} context={context} />
        <SetFilters text={text} request={request} choices={choices} context={context} />
      </div>
      {text === '' ? <SearchHelp context={context} /> : <Found model={model} context={context} />}
    </div>
  );
}

function Found({ model, context }: SearchViewProps) {
  const { request, results } = model;
  const { text, hits, names, total, isMore, page, pages, suggestion } = results;
  const { list, search } = context.messages;
  const { page: _, text: __, ...filters } = request;
  const isEmpty = hits.length === 0;
  return (
    <>
      {isEmpty ? null : <p className="search-found">{search.found(total, isMore)}</p>}
      <Suggestion text={suggestion} filters={filters} context={context} />
      <FoundNames names={names} context={context} />
      {isEmpty ? (
        <NothingFound request={request} results={results} context={context} />
      ) : (
        <div className="list-cards">
          {hits.map((hit) => (
            <HitCard key={hit.card.slug} hit={hit} context={context} />
          ))}
        </div>
      )}
      <PageLinks
        page={page}
        pages={pages}
        addressOf={(number) => routes.search(text, { ...filters, page: number })}
        words={{ ...search.pages, place: list.pageOf(page, pages) }}
      />
    </>
  );
}

interface SuggestionProps {
  readonly text: string | null;
  readonly filters: SearchFilters;
  readonly context: ViewContext;
}

function Suggestion({ text, filters, context }: SuggestionProps) {
  if (text === null) return null;
  return (
    <p className="search-suggestion">
      {context.messages.search.suggestion} <a href={routes.search(text, filters)}>{text}</a>?
    </p>
  );
}
