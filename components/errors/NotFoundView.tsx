import type { ArticleCard as Card } from '@/lib/archive/queries/cards';
import { routes } from '@/lib/site/routes';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';

interface NotFoundViewProps {
  readonly latest: readonly Card[];
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
        <p className="page-actions">
          <a href={routes.front()}>{messages.home}</a>{' '}
          <a href={routes.archive()}>{messages.archive}</a>{' '}
          <a href={routes.people()}>{messages.people}</a>
        </p>
      </header>
      {latest.length === 0 ? null : (
        <section aria-labelledby="newest" className="related">
          <h2 id="newest" className="section-heading">
            {messages.notFound.latest}
          </h2>
          <div className="related-grid">
            {latest.map((card) => (
              <ArticleCard key={card.slug} card={card} look="brief" context={context} />
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
