import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { SearchInput } from '../search/SearchInput';

/**
 * The search of every page. On phones its button stands alone: an empty search leads to the page that
 * searches.
 */
export function SiteSearch({ context }: { readonly context: ViewContext }) {
  const { box, submit } = context.messages.search;
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers before 2023 know no <search>.
    <form role="search" action={routes.search()} className="site-search" aria-label={box}>
      <SearchInput context={context} />
      <button type="submit" aria-label={submit}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="8" cy="8" r="5.5" />
          <path d="m12 12 6 6" />
        </svg>
      </button>
    </form>
  );
}
