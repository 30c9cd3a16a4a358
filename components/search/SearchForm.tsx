import type { SearchChoices } from '@/lib/archive/search/choices';
import { routes } from '@/lib/site/routes';
import { LONGEST_SEARCH_TEXT, type SearchRequest } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';
import { Choice } from './Choice';

interface SearchFormProps {
  readonly request: SearchRequest;
  readonly choices: SearchChoices;
  readonly context: ViewContext;
}

/** The field, and what a search can be narrowed down to; a plain form. */
export function SearchForm({ request, choices, context }: SearchFormProps) {
  const { search, countries } = context.messages;
  const { text, page: _, ...filters } = request;
  const isNarrowed = Object.values(filters).some((value) => value !== null);
  const years = choices.years.map((year) => ({ value: String(year), label: String(year) }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers older than 2023 know no element "search".
    <form
      role="search"
      aria-label={search.heading}
      action={routes.search()}
      className="search-form"
    >
      <label className="search-field">
        <span>{search.label}</span>
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={LONGEST_SEARCH_TEXT}
          autoComplete="off"
          enterKeyHint="search"
        />
      </label>
      <button type="submit">{search.submit}</button>
      <details className="search-filters" open={isNarrowed}>
        <summary>{search.filters}</summary>
        <div>
          <Choice
            name="section"
            label={search.section}
            chosen={filters.section}
            options={choices.sections.map(({ slug, name }) => ({ value: slug, label: name }))}
            context={context}
          />
          <Choice
            name="country"
            label={search.country}
            chosen={filters.country}
            options={choices.countries.map((value) => ({ value, label: countries[value] }))}
            context={context}
          />
          <Choice
            name="author"
            label={search.author}
            chosen={filters.author}
            options={choices.people.map(({ slug, name }) => ({ value: slug, label: name }))}
            context={context}
          />
          <Choice
            name="from"
            label={search.from}
            chosen={filters.from}
            options={years}
            context={context}
          />
          <Choice
            name="to"
            label={search.to}
            chosen={filters.to}
            options={years}
            context={context}
          />
        </div>
      </details>
    </form>
  );
}
