import type { SearchHit } from '@/lib/archive/search/search';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';
import { MarkedText } from './MarkedText';

interface HitCardProps {
  readonly hit: SearchHit;
  readonly context: ViewContext;
}

/** An article that was found, and where in it. */
export function HitCard({ hit, context }: HitCardProps) {
  const { card, title, summary, passages } = hit;
  const lang = card.lang === context.site.language ? undefined : card.lang;
  return (
    <ArticleCard
      card={card}
      look="list"
      context={context}
      headingLevel={2}
      title={<MarkedText parts={title} />}
      teaser={<MarkedText parts={summary} />}
    >
      {passages.map((passage) => (
        <p key={passage.map(({ text }) => text).join('')} className="passage" lang={lang}>
          <MarkedText parts={passage} />
        </p>
      ))}
    </ArticleCard>
  );
}
