import type { ArticleCard } from '@/lib/archive/queries/cards';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { LatestArticles } from './LatestArticles';

interface GoneViewProps {
  readonly latest: readonly ArticleCard[];
  readonly context: ViewContext;
}

/** The page for addresses whose page was withdrawn: that this is meant, and where to go from here. */
export function GoneView({ latest, context }: GoneViewProps) {
  const { messages } = context;
  return (
    <div className="wrap">
      <header className="page-head">
        <h1>{messages.gone.title}</h1>
        <p className="standfirst">{messages.gone.text}</p>
        <p className="page-actions">
          <a href={routes.front()}>{messages.home}</a>{' '}
          <a href={routes.archive()}>{messages.archive}</a>{' '}
          <a href={routes.corrections()}>{messages.corrections}</a>
        </p>
      </header>
      <LatestArticles latest={latest} context={context} />
    </div>
  );
}
