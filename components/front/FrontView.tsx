import type { FrontPage, SectionBlock } from '@/lib/archive/queries/front';
import { blockSlot, SLOTS, type Slot } from '@/lib/images/slots';
import { routes } from '@/lib/site/routes';
import { ArticleCard } from '../cards/ArticleCard';
import type { ViewContext } from '../context';

interface FrontViewProps {
  readonly front: FrontPage;
  readonly context: ViewContext;
}

/** Stories beside the lead that bring a picture, those of the first row (front.css). */
const PICTURED = 2;

export function FrontView({ front, context }: FrontViewProps) {
  const { lead, secondary, latest, blocks } = front;
  const { messages, site } = context;
  if (!lead) {
    return (
      <div className="wrap page-head">
        <h1>{messages.emptySite.title}</h1>
        <p className="standfirst">{messages.emptySite.text}</p>
      </div>
    );
  }
  return (
    <div className="wrap front">
      <h1 className="sr-only">{site.name}</h1>
      <div className="front-top">
        <ArticleCard card={lead} look="lead" context={context} headingLevel={2} />
        <div className="front-secondary">
          {secondary.map((card, index) => (
            <ArticleCard
              key={card.slug}
              card={card}
              look={index < PICTURED ? 'feature' : 'list'}
              slot={SLOTS.sideCard}
              context={context}
              headingLevel={2}
            />
          ))}
        </div>
      </div>
      {latest.length > 0 ? (
        <section className="front-latest" aria-labelledby="latest">
          <h2 id="latest" className="section-heading">
            {messages.latest}
          </h2>
          <div className="latest-grid">
            {latest.map((card) => (
              <ArticleCard key={card.slug} card={card} look="brief" context={context} />
            ))}
          </div>
        </section>
      ) : null}
      <div className="front-blocks">
        {blocks.map((block, index) => (
          <Block
            key={block.section.slug}
            block={block}
            slot={blockSlot(index, blocks.length)}
            context={context}
          />
        ))}
      </div>
    </div>
  );
}

interface BlockProps {
  readonly block: SectionBlock;
  readonly slot: Slot;
  readonly context: ViewContext;
}

function Block({ block, slot, context }: BlockProps) {
  const { section, cards } = block;
  const id = `section-${section.slug}`;
  return (
    <section className="front-block" aria-labelledby={id}>
      <h2 id={id} className="section-heading">
        <a href={routes.section(section.slug)}>{section.name}</a>
      </h2>
      {cards.map((card, index) => (
        <ArticleCard
          key={card.slug}
          card={card}
          look={index === 0 ? 'feature' : 'brief'}
          slot={slot}
          context={context}
          showSection={false}
        />
      ))}
    </section>
  );
}
