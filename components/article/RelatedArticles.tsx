import type { ArticleCard as Card } from '@/lib/archive/queries/cards';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';

interface RelatedArticlesProps {
  readonly cards: readonly Card[];
  readonly context: ViewContext;
}

export function RelatedArticles({ cards, context }: RelatedArticlesProps) {
  if (cards.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related">
      <h2 id="related" className="section-heading">
        {context.messages.article.related}
      </h2>
      <div className="related-grid">
        {cards.map((card) => (
          <ArticleCard key={card.slug} card={card} look="brief" context={context} />
        ))}
      </div>
    </section>
  );
}
