import type { ArticleDetail } from '@/lib/archive/queries/article';
import { routes } from '@/lib/site/routes';
import type { ViewContext } from '../context';

interface SeriesBoxProps {
  readonly detail: ArticleDetail;
  readonly context: ViewContext;
}

/** The parts of the series that an article belongs to. */
export function SeriesBox({ detail, context }: SeriesBoxProps) {
  const { article, series } = detail;
  const words = context.messages.article;
  if (!article.series || series.length < 2) return null;
  return (
    <nav className="series-box" aria-label={words.series(article.series.name)}>
      <p className="box-heading">{words.series(article.series.name)}</p>
      <ol>
        {series.map(({ slug, title, lang, part }) => (
          <li key={slug}>
            <span className="series-part">{words.seriesPart(part)}</span>{' '}
            {slug === article.slug ? (
              <span aria-current="page" lang={lang}>
                {title}
              </span>
            ) : (
              <a href={routes.article(slug)} lang={lang}>
                {title}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
