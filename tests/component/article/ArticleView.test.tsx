import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleView } from '@/components/article/ArticleView';
import type { ArticleDetail } from '@/lib/archive/queries/article';
import type { SitePath } from '@/lib/site/routes';
import { aDetail } from '../support/articles';
import { aByline, aPicture, cardsOf } from '../support/cards';
import { aContext } from '../support/context';
import { day } from '../support/dates';
import { heard, inOrder, linksOf, only, tidy } from '../support/reading';
import { show } from '../support/render';

const HTML = '<p>The gauge read <strong>two metres</strong>.</p><h2 id="why">Why</h2>';

function article(detail: ArticleDetail = aDetail(), history?: SitePath) {
  return show(<ArticleView detail={detail} html={HTML} history={history} context={aContext()} />);
}

/** The nearest language that is said of an element. */
function languageOf(element: Element): string | null | undefined {
  return element.closest('[lang]')?.getAttribute('lang');
}

describe('ArticleView', () => {
  it('has the headline as the one main heading, then the standfirst', () => {
    article();
    const headings = screen.getAllByRole('heading', { level: 1 });
    expect(headings.map(heard)).toEqual(['A river rises']);
    expect(screen.getByText('The water stands higher than last year.')).toBeTruthy();
  });

  it('stands below its section', () => {
    article();
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(linksOf(within(breadcrumb).getAllByRole('link'))).toEqual([
      ['Front page', '/'],
      ['Society', '/sections/society'],
    ]);
    expect(within(breadcrumb).getByText('A river rises').getAttribute('aria-current')).toBe('page');
    expect(within(screen.getByRole('article')).getByRole('link', { name: 'Society' })).toBeTruthy();
  });

  it('has one byline with every author', () => {
    const bylines = [aByline('Aliya Haidar'), aByline('Botir Karimov')];
    const byline = only(article(aDetail({}, { bylines })), '[data-byline]');
    expect(tidy(byline.textContent)).toBe('By Aliya Haidar and Botir Karimov');
    expect(within(byline).getAllByRole('link')).toHaveLength(2);
  });

  it('has the rendered body, as HTML, behind its hook', () => {
    const body = only(article(), '[data-article-body]');
    expect(within(body).getByText('two metres').tagName).toBe('STRONG');
    expect(within(body).getByRole('heading', { level: 2, name: 'Why' })).toBeTruthy();
    expect(within(body).queryByRole('heading', { level: 1 })).toBeNull();
  });

  it('is put together in the order of reading', () => {
    const container = article(aDetail({}, { image: aPicture(), related: cardsOf('Next') }));
    expect(
      inOrder([
        screen.getByRole('navigation', { name: 'Breadcrumb' }),
        screen.getByRole('heading', { level: 1 }),
        screen.getByText('The water stands higher than last year.'),
        only(container, '[data-byline]'),
        only(container, 'article img'),
        only(container, '[data-article-body]'),
        screen.getByRole('region', { name: 'About the author' }),
        screen.getByRole('region', { name: 'Related' }),
      ]),
    ).toBe(true);
  });
});

describe('what ArticleView says before the text', () => {
  it('is nothing of genre and place for news without them', () => {
    const container = article();
    expect(container.querySelector('.genre, .dateline')).toBeNull();
  });

  it('is the genre beside the section, and the place it was reported from', () => {
    const plain = aDetail();
    const container = article({
      ...plain,
      article: { ...plain.article, genre: 'reportage', dateline: 'Astana' },
    });
    expect(heard(only(container, '.genre'))).toBe('Reportage');
    expect(heard(only(container, '.dateline'))).toBe('Astana');
  });
});

describe('what ArticleView says of an original', () => {
  it('is where others published it first', () => {
    const plain = aDetail({ canonicalUrl: 'https://www.partner.example/dam' });
    const container = article(plain);
    expect(heard(only(container, '.first-published'))).toBe('First published at partner.example');
    const link = screen.getByRole('link', { name: 'partner.example' });
    expect(link.getAttribute('href')).toBe('https://www.partner.example/dam');
  });

  it('is nothing of the own', () => {
    expect(article().querySelector('.first-published')).toBeNull();
  });
});

describe('the dates of ArticleView', () => {
  it('are a dateline with time and zone', () => {
    article();
    const [published, ...others] = screen.getAllByRole('time');
    expect(published?.textContent).toBe('29 April 2025, 15:10 GMT+5');
    expect(published?.getAttribute('datetime')).toBe('2025-04-29T15:10:00+05:00');
    expect(others).toEqual([]);
    expect(screen.queryByText(/Updated/)).toBeNull();
  });

  it('are followed by that of the update, where there was one', () => {
    const container = article(aDetail({ updated: day('2025-05-02') }));
    expect(screen.queryByRole('link', { name: /Updated/ })).toBeNull();
    expect(screen.getByText('2 May 2025').getAttribute('datetime')).toBe('2025-05-02');
    expect(tidy(container.textContent)).toContain('Updated 2 May 2025');
  });

  it('leads from its update to what has changed, where readers may see that', () => {
    article(aDetail({ updated: day('2025-05-02') }), '/articles/a-river-rises/history');
    const link = screen.getByRole('link', { name: 'Updated 2 May 2025 (what has changed)' });
    expect(link.getAttribute('href')).toBe('/articles/a-river-rises/history');
  });

  it.each([
    [1, '1 min read'],
    [329, '1 min read'],
    [331, '2 min read'],
    [2200, '10 min read'],
  ])('come with the time that %i words take', (words, text) => {
    article(aDetail({ words }));
    expect(screen.getByText(text)).toBeTruthy();
  });
});

describe('the picture of ArticleView', () => {
  it('has its alternative text, caption and credit', () => {
    article(
      aDetail(
        {},
        { image: aPicture({ caption: 'The bridge in May.', credit: 'A. Photographer' }) },
      ),
    );
    const figure = screen.getByRole('figure');
    const picture = within(figure).getByRole('img', { name: 'A bridge over a river' });
    expect(picture.getAttribute('loading')).toBeNull();
    expect(tidy(figure.textContent)).toBe('The bridge in May. A. Photographer');
  });

  it('has no empty caption', () => {
    expect(article(aDetail({}, { image: aPicture() })).querySelector('figcaption')).toBeNull();
  });

  it('is left out where there is none', () => {
    article();
    expect(screen.queryByRole('figure')).toBeNull();
  });
});

describe('an article in another language than the site', () => {
  const russian = aDetail(
    { title: 'Река поднимается', lang: 'ru', corrections: [] },
    { related: cardsOf('Next') },
  );

  it('says so of headline, standfirst and body', () => {
    const container = article(russian);
    expect(languageOf(screen.getByRole('heading', { level: 1 }))).toBe('ru');
    expect(languageOf(only(container, '[data-article-body]'))).toBe('ru');
  });

  it('says the language of the site of what the site says itself', () => {
    const container = article(russian);
    expect(languageOf(only(container, '[data-byline]'))).toBe('en');
    expect(languageOf(screen.getByText('3 min read'))).toBe('en');
    expect(languageOf(screen.getByRole('list', { name: 'Share this article' }))).toBe('en');
    expect(languageOf(screen.getByRole('region', { name: 'About the author' }))).toBe('en');
    expect(languageOf(screen.getByRole('region', { name: 'Related' })) ?? 'en').toBe('en');
  });

  it('is the exception: an article in the language of the site names none', () => {
    expect(article().querySelector('[lang]')).toBeNull();
  });

  it('says so of the headline in the breadcrumb too', () => {
    article(russian);
    const breadcrumb = screen.getByRole('navigation', { name: 'Breadcrumb' });
    expect(languageOf(within(breadcrumb).getByText('Река поднимается'))).toBe('ru');
    expect(languageOf(within(breadcrumb).getByText('Society')) ?? 'en').toBe('en');
  });
});
