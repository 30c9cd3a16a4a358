import type { ArticleCard } from '@/lib/archive/queries/cards';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { SearchForm } from '../search/SearchForm';
import { LatestArticles } from './LatestArticles';

interface NotFoundViewProps {
  readonly latest: readonly ArticleCard[];
  readonly context: ViewContext;
}

/** The page for addresses that nothing answers: where to go from here. */
export function NotFoundView({ latest, context }: NotFoundViewProps) {
  const { messages } = context;
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{messages.notFound.title}</h1>
        <p className="standfirst">{messages.notFound.text}</p>
        <SearchForm context={context} />
        <p className="page-actions">
          <a href={routes.front()}>{messages.home}</a>{' '}
          <a href={routes.archive()}>{messages.archive}</a>{' '}
          <a href={routes.people()}>{messages.people}</a>
        </p>
      </header>
      <LatestArticles latest={latest} context={context} />
    </div>
  );
}
