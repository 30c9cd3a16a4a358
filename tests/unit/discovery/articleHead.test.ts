import { describe, expect, it } from 'vitest';
import { articleHead } from '@/lib/discovery/head';
import { aDetail } from '@/tests/component/support/articles';
import { aSite } from '@/tests/component/support/context';
import { slug } from '@/tests/fixtures/slugs';

const SITE = 'https://courier.example';
const context = { site: aSite(), siteUrl: SITE };

describe('the head of an article', () => {
  it('names its own address as the one to list', () => {
    const address = `${SITE}/articles/a-river-rises`;
    expect(articleHead(context, aDetail())).toMatchObject({ url: address, canonical: address });
  });

  it('names that of its original, where others published it first, but is shared as itself', () => {
    const canonicalUrl = 'https://partner.example/river';
    const translations = [{ slug: slug<'article'>('reka'), lang: 'ru', title: 'Река' }];
    expect(articleHead(context, aDetail({}, { translations })).languages).toHaveProperty('ru');
    expect(articleHead(context, aDetail({ canonicalUrl }, { translations }))).toMatchObject({
      url: `${SITE}/articles/a-river-rises`,
      canonical: canonicalUrl,
      languages: {},
    });
  });
});
