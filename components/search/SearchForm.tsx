import type { SearchChoices } from '@/lib/archive/search/choices';
import { routes } from '@/lib/site/routes';
import type { SearchRequest } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';
import { FilterFields } from './FilterFields';
import { SearchInput } from './SearchInput';

interface SearchFormProps {
  readonly text?: string;
  /** What was asked for, and what else could be; without them the form asks for words alone. */
  readonly filters?: { readonly request: SearchRequest; readonly choices: SearchChoices };
  readonly context: ViewContext;
}

/** Searches; a plain form that the server answers. */
export function SearchForm({ text, filters, context }: SearchFormProps) {
  const { search } = context.messages;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before 2023 know no <search>.
    <form role="search" action={routes.search()} className="search-form" aria-label={search.form}>
      <div className="search-line">
        <SearchInput {...(text !== undefined && { text })} context={context} />
        <button type="submit">{search.submit}</button>
      </div>
      {filters ? <FilterFields {...filters} context={context} /> : null}
    </form>
  );
}
