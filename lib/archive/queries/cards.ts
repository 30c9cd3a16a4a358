import type { Dated } from '@/lib/content/models';
import type { Country } from '@/lib/site/countries';
import type { Genre } from '@/lib/site/genres';
import type { ArticleSlug } from '@/lib/site/slug';
import type { Byline, Reader, SectionName } from '../reader';
import type { ArticleRecord } from '../records';
import { type Picture, picture } from './pictures';

/** An article as lists show it. */
export interface ArticleCard {
  readonly slug: ArticleSlug;
  readonly title: string;
  /** The standfirst. */
  readonly summary: string;
  /** The opening of the body that follows the standfirst in an excerpt. */
  readonly opening: string;
  readonly published: Dated;
  readonly section: SectionName;
  readonly genre: Genre | null;
  readonly bylines: readonly Byline[];
  readonly countries: readonly Country[];
  readonly image: Picture | null;
  readonly lang: string;
  /** Why the public does not see it; null where it does, as always but in development. */
  readonly hidden: 'draft' | 'scheduled' | null;
}

/** Why the public does not see an article now; null where it does. */
export function hiddenAs({ now }: Reader, article: ArticleRecord): ArticleCard['hidden'] {
  if (article.draft) return 'draft';
  return article.published.at > now ? 'scheduled' : null;
}

export interface CardRow {
  readonly model: string;
}

export function recordOf(row: CardRow): ArticleRecord {
  // The archive wrote this text itself, from a value of this very type.
  return JSON.parse(row.model) as ArticleRecord;
}

export function card(reader: Reader, article: ArticleRecord): ArticleCard {
  reader.shown.add(`card:${article.slug}`);
  return {
    slug: article.slug,
    title: article.title,
    summary: article.summary,
    opening: article.opening,
    published: article.published,
    section: reader.sectionName(article.section),
    genre: article.genre,
    bylines: article.authors.map((slug) => reader.byline(slug)),
    countries: article.countries,
    image: picture(reader, article.image),
    lang: article.lang,
    hidden: hiddenAs(reader, article),
  };
}
