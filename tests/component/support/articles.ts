import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { ArticleRecord } from '@/lib/archive/records';
import { aByline } from './cards';
import { minute } from './dates';
import { anAuthor } from './people';
import { slug } from './slugs';

export function anArticle(facts: Partial<ArticleRecord> = {}): ArticleRecord {
  return {
    slug: slug('a-river-rises'),
    title: 'A river rises',
    published: minute('2025-04-29T15:10+05:00'),
    updated: null,
    authors: [slug('aliya-haidar')],
    summary: 'The water stands higher than last year.',
    section: slug('society'),
    genre: null,
    dateline: null,
    countries: [],
    topics: [],
    image: null,
    corrections: [],
    lang: 'en',
    translationOf: null,
    canonicalUrl: null,
    draft: false,
    redirectFrom: [],
    series: null,
    opening: 'On Monday the gauge read two metres.',
    words: 660,
    ...facts,
  };
}

/** An article's page; `article` changes the article itself, `facts` what stands around it. */
export function aDetail(
  article: Partial<ArticleRecord> = {},
  facts: Partial<Omit<ArticleDetail, 'article'>> = {},
): ArticleDetail {
  return {
    article: anArticle(article),
    body: 'The gauge read two metres.',
    section: { slug: slug('society'), name: 'Society' },
    bylines: [aByline('Aliya Haidar')],
    image: null,
    authors: [{ author: anAuthor(), avatar: null }],
    translations: [],
    series: [],
    related: [],
    hidden: null,
    ...facts,
  };
}
