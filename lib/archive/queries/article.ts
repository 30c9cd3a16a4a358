import type { ArticleSlug } from '@/lib/site/slug';
import type { Byline, Reader, SectionName } from '../reader';
import type { ArticleRecord, AuthorRecord } from '../records';
import { type ArticleCard, type CardRow, card, hiddenAs, recordOf } from './cards';
import { type Picture, type PictureFile, picture, pictureFile } from './pictures';
import { related } from './related';
import { wholeArticle } from './wholeArticles';

export interface AuthorNote {
  readonly author: AuthorRecord;
  readonly avatar: PictureFile | null;
}

export interface Translation {
  readonly slug: ArticleSlug;
  readonly title: string;
  readonly lang: string;
}

export interface SeriesPart {
  readonly slug: ArticleSlug;
  readonly title: string;
  readonly lang: string;
  readonly part: number;
}

/** Everything that an article's page shows. */
export interface ArticleDetail {
  readonly article: ArticleRecord;
  /** Markdown. */
  readonly body: string;
  readonly section: SectionName;
  readonly bylines: readonly Byline[];
  readonly image: Picture | null;
  readonly authors: readonly AuthorNote[];
  /** The other language versions of this article. */
  readonly translations: readonly Translation[];
  /** All published parts of the article's series, this one included, in order. */
  readonly series: readonly SeriesPart[];
  readonly related: readonly ArticleCard[];
  readonly hidden: ArticleCard['hidden'];
}

const RELATED = 4;

/** The published article of a slug; null for drafts, broken and scheduled ones. */
export function articleDetail(reader: Reader, slug: ArticleSlug): ArticleDetail | null {
  const whole = wholeArticle(reader, slug);
  return whole && detailOf(reader, whole.article, whole.body);
}

/** What the page of an article shows, whether or not the public sees it. */
export function detailOf(reader: Reader, article: ArticleRecord, body: string): ArticleDetail {
  return {
    article,
    body,
    section: reader.sectionName(article.section),
    bylines: article.authors.map((author) => reader.byline(author)),
    image: picture(reader, article.image),
    authors: article.authors.flatMap((author) => authorNote(reader, reader.author(author))),
    translations: translations(reader, article),
    series: seriesParts(reader, article),
    related: related(reader, article, RELATED).map((record) => card(reader, record)),
    hidden: hiddenAs(reader, article),
  };
}

/** The published article of a slug as a card, for the front page. */
export function articleCard(reader: Reader, slug: ArticleSlug): ArticleCard | null {
  const row = reader.database
    .query<CardRow>('SELECT model FROM article WHERE slug = ? AND listed = 1 AND published <= ?')
    .get(slug, reader.horizon);
  return row ? card(reader, recordOf(row)) : null;
}

function authorNote(reader: Reader, author: AuthorRecord | null): AuthorNote[] {
  if (!author) return [];
  return [{ author, avatar: author.avatar && pictureFile(reader, author.avatar.src) }];
}

/** Versions of one article: the original, and whatever names it in `translationOf`. */
export function translations(reader: Reader, article: ArticleRecord): Translation[] {
  const original = article.translationOf ?? article.slug;
  reader.shown.add(`translations:${original}`);
  return reader.database
    .query<CardRow>(
      `SELECT model FROM article WHERE (slug = ?1 OR translationOf = ?1) AND slug <> ?2
       AND listed = 1 AND published <= ?3 ORDER BY slug`,
    )
    .all(original, article.slug, reader.horizon)
    .map(recordOf)
    .map(({ slug, title, lang }) => {
      reader.shown.add(`card:${slug}`);
      return { slug, title, lang };
    });
}

const LONGEST_SERIES = 999;

function seriesParts(reader: Reader, article: ArticleRecord): SeriesPart[] {
  const { series } = article;
  if (!series) return [];
  reader.shown.add(`list:series:${series.slug}`);
  const published = reader.database
    .query<CardRow>(
      `SELECT model FROM listing JOIN article ON article.id = listing.article
       WHERE kind = 'series' AND value = ? AND listing.published <= ? LIMIT ?`,
    )
    .all(series.slug, reader.horizon, LONGEST_SERIES)
    .map(recordOf);
  // Who previews a draft sees it among the parts, as readers will.
  const isAmong = published.some(({ slug }) => slug === article.slug);
  return (isAmong ? published : [...published, article])
    .flatMap(({ slug, title, lang, series: own }) => {
      reader.shown.add(`card:${slug}`);
      return own ? [{ slug, title, lang, part: own.part }] : [];
    })
    .sort((a, b) => a.part - b.part || (a.slug < b.slug ? -1 : 1));
}
