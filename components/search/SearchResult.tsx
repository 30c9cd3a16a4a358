import type { SearchHit } from '@/lib/archive/search/search';
import { routes } from '@/lib/site/routes';
import { Bylines } from '../cards/Bylines';
import { GenreLabel } from '../cards/GenreLabel';
import type { ViewContext } from '../context';
import { When } from '../text/When';
import { MarkedText } from './MarkedText';

/** An article that was found, with the passages that say what was looked for. */
export function SearchResult({ hit, context }: { hit: SearchHit; context: ViewContext }) {
  const { card, title, summary, passages } = hit;
  const lang = card.lang === context.site.language ? undefined : card.lang;
  return (
    <article className="card card-list" data-card="">
      <div className="card-text">
        <p className="kicker">
          <a href={routes.section(card.section.slug)}>{card.section.name}</a>{' '}
          <GenreLabel genre={card.genre} context={context} />
        </p>
        <h2 className="headline" lang={lang}>
          <a href={routes.article(card.slug)}>
            <MarkedText parts={title} />
          </a>
        </h2>
        <p className="teaser" lang={lang}>
          <MarkedText parts={summary} />
        </p>
        {passages.map((passage) => (
          <p key={passage.map(({ text }) => text).join('')} className="passage" lang={lang}>
            … <MarkedText parts={passage} /> …
          </p>
        ))}
        <p className="card-meta">
          <Bylines bylines={card.bylines} context={context} />{' '}
          <When date={card.published} lang={lang} context={context} compact />
        </p>
      </div>
    </article>
  );
}
