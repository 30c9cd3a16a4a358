import { routes } from '@/lib/site/routes';
import { LONGEST_SEARCH_TEXT } from '@/lib/site/searchRequest';
import type { ViewContext } from '../context';

/** The search box of every page; where there is no room for its field, it leads to the search page. */
export function SiteSearch({ context }: { readonly context: ViewContext }) {
  const { search } = context.messages;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers older than 2023 know no element "search".
    <form role="search" aria-label={search.label} action={routes.search()} className="site-search">
      <input
        type="search"
        name="q"
        aria-label={search.label}
        placeholder={search.submit}
        maxLength={LONGEST_SEARCH_TEXT}
        autoComplete="off"
      />
      <button type="submit" aria-label={search.submit}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11m4 9.5L17 17" />
        </svg>
      </button>
    </form>
  );
}
