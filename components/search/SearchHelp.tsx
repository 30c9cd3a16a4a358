import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface SearchHelpProps {
  readonly context: ViewContext;
}

/** How to search, for those who have not begun. */
export function SearchHelp({ context }: SearchHelpProps) {
  const { help } = context.messages.search;
  return (
    <section className="search-help" aria-labelledby="search-help">
      <h2 id="search-help">{help.heading}</h2>
      <ul>
        <li>{help.phrase}</li>
        <li>{help.exclusion}</li>
        <li>{help.spelling}</li>
      </ul>
      <BrowseLinks context={context} />
    </section>
  );
}

/** Other ways to come to articles. */
export function BrowseLinks({ context }: SearchHelpProps) {
  const { messages } = context;
  return (
    <p className="page-actions">
      <span>{messages.search.help.browse}</span> <a href={routes.archive()}>{messages.archive}</a>{' '}
      <a href={routes.people()}>{messages.people}</a> <a href={routes.front()}>{messages.home}</a>
    </p>
  );
}
