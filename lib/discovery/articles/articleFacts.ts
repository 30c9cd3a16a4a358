import { translations } from '@/lib/archive/queries/article';
import { pictureFile } from '@/lib/archive/queries/pictures';
import type { Reader } from '@/lib/archive/reader';
import type { ArticleRecord } from '@/lib/archive/records';
import type { Dated, ImageRef } from '@/lib/content/models';
import { VARIANT_FORMATS } from '@/lib/images/picture';
import { candidates, SLOTS } from '@/lib/images/slots';
import { machineDate } from '@/lib/site/dates';
import { absolute, routes } from '@/lib/site/routes';
import { authorNames, subjectNames } from '../names';
import { portablePicture, portableVariant } from '../portablePicture';
import type { ArticleFacts } from './articleData';

/** What there is to say of an article beside its body, with absolute addresses. */
export function articleFacts(
  reader: Reader,
  siteUrl: string,
  article: ArticleRecord,
): ArticleFacts {
  const { site } = reader;
  const { title, summary, lang, published, updated, series, corrections, words } = article;
  const date = ({ at, precision }: Dated) => machineDate(at, precision, site.timeZone);
  const { section, countries, topics } = subjectNames(reader, siteUrl, article);
  return {
    url: absolute(siteUrl, routes.article(article.slug)),
    site: { name: site.name, url: absolute(siteUrl, routes.front()) },
    title,
    summary,
    lang,
    published: date(published),
    updated: updated && date(updated),
    authors: authorNames(reader, siteUrl, article),
    section,
    genre: article.genre,
    dateline: article.dateline,
    countries: [...countries],
    topics: [...topics],
    picture: article.image && picture(reader, siteUrl, article.image),
    series: series && { name: series.name, part: series.part },
    corrections: corrections.map((entry) => ({
      kind: entry.kind,
      date: date(entry.date),
      text: entry.text,
    })),
    translations: translations(reader, article).map((other) => ({
      lang: other.lang,
      title: other.title,
      url: absolute(siteUrl, routes.article(other.slug)),
    })),
    canonicalUrl: article.canonicalUrl,
    words,
  };
}

function picture(reader: Reader, siteUrl: string, image: ImageRef): ArticleFacts['picture'] {
  const file = pictureFile(reader, image.src);
  if (file === null) return null;
  const variants = VARIANT_FORMATS.flatMap((format) =>
    candidates(SLOTS.lead, file.width).map((width) =>
      portableVariant(siteUrl, file, width, format),
    ),
  );
  return { ...portablePicture(siteUrl, image, file), variants };
}
