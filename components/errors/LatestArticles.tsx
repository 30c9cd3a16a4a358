import type { ArticleCard as Card } from '@/lib/archive/queries/cards';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';

interface LatestArticlesProps {
  readonly latest: readonly Card[];
  readonly context: ViewContext;
}

/** The newest articles, for readers who did not find what they came for. */
export function LatestArticles({ latest, context }: LatestArticlesProps) {
  if (latest.length === 0) return null;
  return (
    <section aria-labelledby="newest" className="related">
      <h2 id="newest" className="section-heading">
        {context.messages.notFound.latest}
      </h2>
      <div className="related-grid">
        {latest.map((card) => (
          <ArticleCard key={card.slug} card={card} look="brief" context={context} />
        ))}
      </div>
    </section>
  );
}
