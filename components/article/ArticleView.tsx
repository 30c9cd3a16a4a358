import type { ArticleDetail } from '@/lib/archive/queries/article';
import { articleCrumbs } from '@/lib/discovery/crumbs';
import { routes, type SitePath } from '@/lib/site/routes';
import { Bylines } from '../cards/Bylines';
import { GenreLabel } from '../cards/GenreLabel';
import type { ViewContext } from '../context';
import { Breadcrumb } from '../layout/Breadcrumb';
import { Html } from '../text/Html';
import { Dateline } from '../text/When';
import { AgeNotice } from './AgeNotice';
import { AuthorsBox } from './AuthorsBox';
import { CorrectionsBox } from './CorrectionsBox';
import { FirstPublished } from './FirstPublished';
import { LeadPicture } from './LeadPicture';
import { RelatedArticles } from './RelatedArticles';
import { SeriesBox } from './SeriesBox';
import { ShareLinks } from './ShareLinks';
import { Subjects } from './Subjects';
import { TranslationLinks } from './TranslationLinks';
import { Updated } from './Updated';

interface ArticleViewProps {
  readonly detail: ArticleDetail;
  /** The body as HTML. */
  readonly html: string;
  readonly context: ViewContext;
  /** Address of its history, where readers may see it. */
  readonly history?: SitePath | undefined;
}

/** Adults read about this many words of news a minute. */
const WORDS_PER_MINUTE = 220;

export function ArticleView({ detail, html, context, history }: ArticleViewProps) {
  const { article, section, bylines } = detail;
  const { messages, site } = context;
  const lang = article.lang === site.language ? undefined : article.lang;
  const minutes = Math.max(1, Math.round(article.words / WORDS_PER_MINUTE));
  return (
    <div className="wrap">
      <Breadcrumb crumbs={articleCrumbs(messages, detail, site.language)} context={context} />
      <article className="article" lang={lang}>
        <header className="article-head">
          <p className="kicker" lang={lang && site.language}>
            <a href={routes.section(section.slug)}>{section.name}</a>{' '}
            <GenreLabel genre={article.genre} context={context} />
            {detail.hidden ? (
              <strong className="card-hidden">{messages.hidden[detail.hidden]}</strong>
            ) : null}
          </p>
          <h1>{article.title}</h1>
          <p className="standfirst">{article.summary}</p>
        </header>
        <div className="article-meta" lang={lang && site.language}>
          <p>
            <Bylines bylines={bylines} context={context} />
          </p>
          <p className="article-dates">
            {article.dateline ? <span className="dateline">{article.dateline}</span> : null}{' '}
            <Dateline date={article.published} lang={lang} context={context} />{' '}
            {article.updated ? (
              <Updated date={article.updated} lang={lang} history={history} context={context} />
            ) : null}{' '}
            <span>{messages.article.readingTime(minutes)}</span>
          </p>
          <TranslationLinks translations={detail.translations} context={context} />
          <ShareLinks article={article} context={context} />
        </div>
        {detail.image ? <LeadPicture picture={detail.image} /> : null}
        <div className="article-main">
          <div lang={lang && site.language}>
            <AgeNotice published={article.published} context={context} />
            <SeriesBox detail={detail} context={context} />
          </div>
          <div data-article-body="">
            <Html html={html} className="prose article-body" />
          </div>
          <div lang={lang && site.language}>
            <FirstPublished article={article} context={context} />
            <CorrectionsBox
              corrections={article.corrections}
              lang={article.lang}
              context={context}
            />
            <Subjects article={article} context={context} />
            <AuthorsBox notes={detail.authors} context={context} />
          </div>
        </div>
      </article>
      <RelatedArticles cards={detail.related} context={context} />
    </div>
  );
}
