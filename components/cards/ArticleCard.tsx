import type { ArticleCard as Card } from '@/lib/archive/queries/cards';
import { SLOTS, type Slot } from '@/lib/images/slots';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';
import { When } from '../text/When';
import { Bylines } from './Bylines';
import { GenreLabel } from './GenreLabel';
import { Photo } from './Photo';

/**
 * lead: the front page's first story; feature: with picture; brief: headline and date;
 * list: with standfirst and byline; excerpt: with the opening of the text, as on profiles.
 */
export type CardStyle = 'lead' | 'feature' | 'brief' | 'list' | 'excerpt';

interface ArticleCardProps {
  readonly card: Card;
  readonly look: CardStyle;
  readonly context: ViewContext;
  readonly headingLevel?: 2 | 3;
  /** Left out where the whole list is of one section. */
  readonly showSection?: boolean;
  /** Where the picture stands; the larger of two columns unless told otherwise. */
  readonly slot?: Slot;
  /** The headline and the standfirst with marks in them, in place of the plain ones. */
  readonly title?: React.ReactNode;
  readonly teaser?: React.ReactNode;
  /** What follows the standfirst. */
  readonly children?: React.ReactNode;
}

export function ArticleCard(props: ArticleCardProps) {
  const { card, look, context, headingLevel = 3, showSection = true } = props;
  const { slot = SLOTS.leadCard } = props;
  const Heading = `h${headingLevel}` as const;
  const hasPicture = look === 'lead' || look === 'feature';
  const lang = card.lang === context.site.language ? undefined : card.lang;
  return (
    <article className={`card card-${look}`} data-card="">
      {hasPicture && card.image ? (
        <div className="card-picture">
          <Photo
            picture={card.image}
            alt=""
            slot={slot}
            focus={card.image.focus}
            loading={look === 'lead' ? 'lead' : 'late'}
          />
        </div>
      ) : null}
      <div className="card-text">
        {showSection ? (
          <p className="kicker">
            <a href={routes.section(card.section.slug)}>{card.section.name}</a>{' '}
            <GenreLabel genre={card.genre} context={context} />
          </p>
        ) : card.genre === null ? null : (
          <p className="kicker">
            <GenreLabel genre={card.genre} context={context} />
          </p>
        )}
        <Heading className="headline" lang={lang}>
          <a href={routes.article(card.slug)}>{props.title ?? card.title}</a>
        </Heading>
        <Teaser card={card} look={look} lang={lang} marked={props.teaser} />
        {props.children}
        <p className="card-meta">
          {card.hidden ? (
            <strong className="card-hidden">{context.messages.hidden[card.hidden]}</strong>
          ) : null}
          {look === 'brief' ? null : <Bylines bylines={card.bylines} context={context} />}{' '}
          <When date={card.published} lang={lang} context={context} compact={look !== 'excerpt'} />
        </p>
      </div>
    </article>
  );
}

interface TeaserProps {
  readonly card: Card;
  readonly look: CardStyle;
  readonly lang: string | undefined;
  readonly marked: React.ReactNode;
}

function Teaser({ card, look, lang, marked }: TeaserProps) {
  if (look === 'brief') return null;
  const text = look === 'excerpt' ? `${card.summary} ${card.opening}` : card.summary;
  return (
    <p className="teaser" lang={lang}>
      {marked ?? text}
    </p>
  );
}
