import { describe, expect, it } from 'vitest';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import { languageVersions } from '@/lib/discovery/articles/languageVersions';
import type { ArticleSlug } from '@/lib/site/slug';

type Version = Pick<ArticleDetail['article'], 'slug' | 'lang' | 'title' | 'translationOf'>;

function version(slug: string, lang: string, translationOf: string | null = null): Version {
  // Slugs of tests are sound.
  return {
    slug: slug as ArticleSlug,
    lang,
    title: slug,
    translationOf: translationOf as ArticleSlug | null,
  };
}

/** What each of the versions says of all of them. */
function said(versions: readonly Version[]): Record<string, Record<string, string>> {
  return Object.fromEntries(
    versions.map((article) => {
      const translations = versions.filter((other) => other !== article);
      const addresses = languageVersions('https://a.example', {
        article: article as ArticleDetail['article'],
        translations,
      });
      const slugs = Object.entries(addresses).map(([lang, url]) => [lang, url.split('/').at(-1)]);
      return [article.slug, Object.fromEntries(slugs)];
    }),
  );
}

describe('the versions of an article', () => {
  it('are absolute addresses', () => {
    const article = version('dam', 'en') as ArticleDetail['article'];
    expect(
      languageVersions('https://a.example', {
        article,
        translations: [version('plotina', 'ru', 'dam')],
      }),
    ).toEqual({
      en: 'https://a.example/articles/dam',
      ru: 'https://a.example/articles/plotina',
      'x-default': 'https://a.example/articles/dam',
    });
  });

  it('say the same of each other, themselves included', () => {
    const all = { en: 'dam', kk: 'bogen', ru: 'plotina', 'x-default': 'dam' };
    expect(
      said([version('plotina', 'ru', 'dam'), version('dam', 'en'), version('bogen', 'kk', 'dam')]),
    ).toEqual({ dam: all, bogen: all, plotina: all });
  });

  it('have no default while the original is not there', () => {
    const all = { kk: 'bogen', ru: 'plotina' };
    expect(said([version('plotina', 'ru', 'dam'), version('bogen', 'kk', 'dam')])).toEqual({
      bogen: all,
      plotina: all,
    });
  });

  it('of which two are in one language name one of them, and the other names none', () => {
    const all = { en: 'dam', ru: 'plotina', 'x-default': 'dam' };
    expect(
      said([
        version('a-dam', 'en', 'dam'),
        version('dam', 'en'),
        version('plotina', 'ru', 'dam'),
        version('zapruda', 'ru', 'dam'),
      ]),
    ).toEqual({ 'a-dam': {}, dam: all, plotina: all, zapruda: {} });
  });

  it('are nothing to choose from where there is one', () => {
    expect(said([version('dam', 'en')])).toEqual({ dam: {} });
    expect(said([version('dam', 'en'), version('a-dam', 'en', 'dam')])).toEqual({
      dam: {},
      'a-dam': {},
    });
  });
});
