import type { CorrectionComment, NewsArticle } from 'schema-dts';
import { lastChange } from '@/lib/archive/lastChange';
import type { ArticleDetail, Translation } from '@/lib/archive/queries/article';
import type { ArticleRecord } from '@/lib/archive/records';
import { type Instant, machineDate } from '@/lib/site/dates';
import type { Genre } from '@/lib/site/genres';
import { absolute, routes } from '@/lib/site/routes';
import { images } from './images';
import { type DataContext, ids, reference } from './node';
import { bylinePerson } from './person';

const TYPES = {
  reportage: 'ReportageNewsArticle',
  opinion: 'OpinionNewsArticle',
  analysis: 'AnalysisNewsArticle',
  background: 'BackgroundNewsArticle',
  'ask-public': 'AskPublicNewsArticle',
  review: 'ReviewNewsArticle',
} as const satisfies Readonly<Record<Genre, string>>;

/** What of the page makes sense read aloud: headline and standfirst. */
const SPOKEN = {
  '@type': 'SpeakableSpecification',
  cssSelector: ['h1', '.standfirst'],
} as const;

/** An article as its page says it. */
export function newsArticle(context: DataContext, detail: ArticleDetail): NewsArticle {
  const { site, siteUrl } = context;
  const { article, section, bylines, image } = detail;
  const { title, summary, published, lang, words, dateline, topics, canonicalUrl } = article;
  const publisher = reference(ids.organization(siteUrl));
  const date = (at: Instant): string => machineDate(at, 'minute', site.timeZone);
  const described = {
    '@id': ids.article(siteUrl, article.slug),
    mainEntityOfPage: absolute(siteUrl, routes.article(article.slug)),
    headline: title,
    description: summary,
    datePublished: date(published.at),
    dateModified: date(lastChange(article)),
    author: bylines.map((byline) => bylinePerson(byline, siteUrl)),
    publisher,
    articleSection: section.name,
    inLanguage: lang,
    isAccessibleForFree: true,
    wordCount: words,
    speakable: SPOKEN,
    ...(image !== null && pictured(images(image, siteUrl))),
    ...(topics.length > 0 && { keywords: topics.map(({ name }) => name) }),
    ...(dateline !== null && { dateline }),
    ...(canonicalUrl !== null && { isBasedOn: canonicalUrl }),
    ...places(article, context),
    ...corrections(article, date),
    ...relations(detail, siteUrl),
  };
  const { genre } = article;
  if (genre === null) return { '@type': 'NewsArticle', ...described };
  return { '@type': TYPES[genre], ...described } as NewsArticle;
}

/** A picture too small for every shape is none to search engines. */
function pictured(image: ReturnType<typeof images>) {
  return image.length > 0 && { image };
}

function places({ countries }: ArticleRecord, { messages }: DataContext) {
  const named = countries.filter((country) => country !== 'region');
  if (named.length === 0) return {};
  return {
    contentLocation: named.map((country) => ({
      '@type': 'Country' as const,
      name: messages.countries[country],
    })),
  };
}

function corrections({ corrections: all }: ArticleRecord, date: (at: Instant) => string) {
  if (all.length === 0) return {};
  const correction = all.map(
    ({ text, date: { at } }): CorrectionComment => ({
      '@type': 'CorrectionComment',
      text,
      datePublished: date(at),
    }),
  );
  return { correction };
}

function relations({ article, translations }: ArticleDetail, siteUrl: string) {
  const { series, translationOf } = article;
  const website = reference(ids.website(siteUrl));
  const original = translations.find(({ slug }) => slug === translationOf);
  const named = ({ slug }: Translation) => reference(ids.article(siteUrl, slug));
  return {
    isPartOf:
      series === null
        ? website
        : [website, { '@type': 'CreativeWorkSeries' as const, name: series.name }],
    ...(series !== null && { position: series.part }),
    // An original that readers cannot see is not named.
    ...(original !== undefined && { translationOfWork: named(original) }),
    ...(translationOf === null &&
      translations.length > 0 && { workTranslation: translations.map(named) }),
  };
}
