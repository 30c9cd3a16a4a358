import { screen, within } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeriesBox } from '@/components/article/SeriesBox';
import { ShareLinks } from '@/components/article/ShareLinks';
import { TranslationLinks } from '@/components/article/TranslationLinks';
import type { SeriesPart } from '@/lib/archive/queries/article';
import { aDetail } from '../support/articles';
import { aContext } from '../support/context';
import { heard, linksOf } from '../support/reading';
import { served, show } from '../support/render';
import { slug } from '../support/slugs';

describe('SeriesBox', () => {
  const parts: SeriesPart[] = [
    { slug: slug('a-river-rises'), title: 'A river rises', lang: 'en', part: 1 },
    { slug: slug('a-river-falls'), title: 'A river falls', lang: 'en', part: 2 },
  ];
  const series = { slug: slug<'series'>('the-river'), name: 'The river', part: 1 };

  it('lists the parts in their order, the one being read without a link', () => {
    show(<SeriesBox detail={aDetail({ series }, { series: parts })} context={aContext()} />);
    const box = screen.getByRole('navigation', { name: 'Series: The river' });
    const items = within(box).getAllByRole('listitem');
    expect(items.map(heard)).toEqual(['Part 1 A river rises', 'Part 2 A river falls']);
    expect(linksOf(within(box).getAllByRole('link'))).toEqual([
      ['A river falls', '/articles/a-river-falls'],
    ]);
    expect(within(box).getByText('A river rises').getAttribute('aria-current')).toBe('page');
  });

  it.each([
    ['there is one part alone', aDetail({ series }, { series: parts.slice(0, 1) })],
    ['the article is in no series', aDetail({}, { series: parts })],
  ])('is nothing where %s', (_, detail) => {
    expect(show(<SeriesBox detail={detail} context={aContext()} />).innerHTML).toBe('');
  });
});

describe('TranslationLinks', () => {
  it('name each language in itself, and say which it is', () => {
    const translations = [
      { slug: slug<'article'>('reka'), title: 'Река поднимается', lang: 'ru' },
      { slug: slug<'article'>('ozen'), title: 'Өзен көтерілді', lang: 'kk' },
    ];
    show(<TranslationLinks translations={translations} context={aContext()} />);
    const links = screen.getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Русский', '/articles/reka'],
      ['Қазақша', '/articles/ozen'],
    ]);
    expect(links.map((link) => link.getAttribute('lang'))).toEqual(['ru', 'kk']);
    expect(links.map((link) => link.getAttribute('hreflang'))).toEqual(['ru', 'kk']);
  });

  it('are nothing where there is no translation', () => {
    expect(show(<TranslationLinks translations={[]} context={aContext()} />).innerHTML).toBe('');
  });
});

describe('ShareLinks', () => {
  const ADDRESS = 'https://courier.example/articles/a-river-rises';

  function addresses(title: string): Record<string, string | null> {
    const container = served(
      <ShareLinks article={{ slug: slug('a-river-rises'), title }} context={aContext()} />,
    );
    return Object.fromEntries(linksOf([...container.querySelectorAll('a')]));
  }

  it('are a named list that says what each link does', () => {
    const article = { slug: slug<'article'>('a-river-rises'), title: 'A river rises' };
    show(<ShareLinks article={article} context={aContext()} />);
    const list = screen.getByRole('list', { name: 'Share this article' });
    expect(within(list).getAllByRole('link')).toHaveLength(5);
    for (const service of ['Telegram', 'WhatsApp', 'X', 'Facebook', 'e-mail']) {
      const link = within(list).getByRole('link', { name: `Share by ${service}` });
      expect(link.textContent).toBe(service);
      expect(link.getAttribute('rel')).toContain('noopener');
    }
  });

  it('have a button for the other ways that a device knows', () => {
    const article = { slug: slug<'article'>('a-river-rises'), title: 'A river rises' };
    show(<ShareLinks article={article} context={aContext()} />);
    const { dataset, type } = screen.getByRole<HTMLButtonElement>('button', { name: 'More …' });
    expect(type).toBe('button');
    expect({ ...dataset }).toEqual({ shareUrl: ADDRESS, shareTitle: 'A river rises' });
  });

  it('carry title and address, encoded', () => {
    const encoded = encodeURIComponent(ADDRESS);
    expect(addresses('Bread & "salt"? 5% up')).toEqual({
      Telegram: `https://t.me/share/url?url=${encoded}&text=Bread%20%26%20%22salt%22%3F%205%25%20up`,
      WhatsApp: `https://wa.me/?text=Bread%20%26%20%22salt%22%3F%205%25%20up%20${encoded}`,
      X: `https://x.com/intent/post?url=${encoded}&text=Bread%20%26%20%22salt%22%3F%205%25%20up`,
      Facebook: `https://www.facebook.com/sharer/sharer.php?u=${encoded}`,
      'e-mail': `mailto:?subject=Bread%20%26%20%22salt%22%3F%205%25%20up&body=${encoded}`,
    });
  });

  it('give every title and the address back unchanged to the service', () => {
    const letter = fc
      .oneof(fc.constantFrom(...'&=?#%+ /"<'), fc.integer({ min: 0x20, max: 0x2ffff }))
      .map((one) => (typeof one === 'string' ? one : String.fromCodePoint(one)))
      .filter((one) => !/\p{Surrogate}/u.test(one));
    const title = fc.string({ unit: letter, minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(title, (text) => {
        expect(Object.values(addresses(text)).map(queryOf)).toEqual([
          { url: ADDRESS, text },
          { text: `${text} ${ADDRESS}` },
          { url: ADDRESS, text },
          { u: ADDRESS },
          { subject: text, body: ADDRESS },
        ]);
      }),
      { numRuns: 50 },
    );
  });
});

/** The parts of an address's query as a service reads them. */
function queryOf(address: string | null): Record<string, string> {
  const parts = (address?.split('?')[1] ?? '').split('&').map((part) => part.split('='));
  return Object.fromEntries(
    parts.map(([name = '', value = '', ...rest]) => {
      if (rest.length > 0) throw new Error(`"=" was not encoded in ${address}`);
      return [name, decodeURIComponent(value)];
    }),
  );
}
