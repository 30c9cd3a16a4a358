import { describe, expect, it } from 'vitest';
import type { MoneyAmount } from '@/lib/content/money';
import { findings, html, inspect, references } from './support';

const money = ({ amount, currency }: MoneyAmount) => ({
  text: `(${amount} of ${currency})`,
  title: 'By "a" rate',
});

const CONVERTED =
  '<span class="money">2.4bn KGS <span class="converted" title="By &#x22;a&#x22; rate">(2400000000 of KGS)</span></span>';

function converted(body: string, lang = 'en'): string {
  return html(body, { money, lang });
}

describe('an amount in running text', () => {
  it('is followed by what it comes to', () => {
    expect(converted('Cost :money[2.4bn KGS].')).toBe(`<p>Cost ${CONVERTED}.</p>\n`);
  });

  it('stands alone where nothing is known of it', () => {
    const alone = '<p>Cost <span class="money">2.4bn KGS</span>.</p>\n';
    expect(html('Cost :money[2.4bn KGS].')).toBe(alone);
    expect(html('Cost :money[2.4bn KGS].', { money: () => undefined })).toBe(alone);
  });

  it.each([
    [
      'at both ends',
      ':money[2.4bn KGS] a :money[2.4bn KGS]',
      `<p>${CONVERTED} a ${CONVERTED}</p>\n`,
    ],
    ['in emphasis', '*a :money[2.4bn KGS]*', `<p><em>a ${CONVERTED}</em></p>\n`],
    ['in a link', '[:money[2.4bn KGS] b](/c)', `<p><a href="/c">${CONVERTED} b</a></p>\n`],
    ['in a heading', '## The :money[2.4bn KGS]', `<h2 id="the-24bn-kgs">The ${CONVERTED}</h2>\n`],
    [
      'in a quote',
      '> a\n> :money[2.4bn KGS]',
      `<blockquote>\n<p>a\n${CONVERTED}</p>\n</blockquote>\n`,
    ],
    ['after an escape', 'a\\* &amp; :money[2.4bn KGS]', `<p>a* &#x26; ${CONVERTED}</p>\n`],
    ['after a backslash that is one', 'a\\\\:money[2.4bn KGS]', `<p>a\\${CONVERTED}</p>\n`],
    ['beside an escaped one', '\\:money[a] :money[2.4bn KGS]', `<p>:money[a] ${CONVERTED}</p>\n`],
    ['beside two colons', 'b ::money[a] :money[2.4bn KGS]', `<p>b ::money[a] ${CONVERTED}</p>\n`],
    ['after a bare link', 'www.a.example :money[2.4bn KGS]', `</a> ${CONVERTED}`],
    ['after a mail address', '*b* a@b.kg :money[2.4bn KGS]', `</a> ${CONVERTED}`],
    ['before a mail address', ':money[2.4bn KGS] a@b.kg, *b*', `<p>${CONVERTED} <a`],
    ['behind a lone bracket', '*b* a [ a@b.kg :money[2.4bn KGS]', `</a> ${CONVERTED}`],
    ['after a bare link of its form', 'a [ www.a.kg/:money[a :money[2.4bn KGS] *b*', CONVERTED],
  ])('is converted %s', (_place, body, page) => {
    expect(converted(body)).toContain(page);
    expect(findings(body).filter((line) => line.includes('money'))).toEqual([]);
    expect(references(body).filter((line) => line.startsWith('money'))[0]).toContain('"2.4bn KGS"');
  });

  it('is converted in a table cell and a fact box', () => {
    expect(converted('| a |\n| --- |\n| :money[2.4bn KGS] |')).toContain(`<td>${CONVERTED}</td>`);
    expect(converted(':::factbox{title="T"}\n- :money[2.4bn KGS]\n:::')).toContain(CONVERTED);
    expect(converted('a[^1]\n\n[^1]: :money[2.4bn KGS]')).toContain(CONVERTED);
  });

  it('may run over the end of a line', () => {
    expect(converted('a :money[2.4bn\nKGS]')).toContain('(2400000000 of KGS)');
    expect(converted('> a :money[2.4bn\r\n> KGS]')).toContain('(2400000000 of KGS)');
  });

  it.each([
    ['a code span', '`:money[2.4bn KGS]`', '<code>:money[2.4bn KGS]</code>'],
    ['a code block', '```\n:money[2.4bn KGS]\n```', '<code>:money[2.4bn KGS]\n</code>'],
    ['a time', 'At 10:30pm', '<p>At 10:30pm</p>'],
    ['no brackets', 'a:money and :money', '<p>a:money and :money</p>'],
    ['another name', ':moneybag[5m KGS] :Money[a]', '<p>:moneybag[5m KGS] :Money[a]</p>'],
    ['a space', ':money [5m KGS]', '<p>:money [5m KGS]</p>'],
    ['two colons', 'a ::money[5m KGS]', '<p>a ::money[5m KGS]</p>'],
    ['an escape', '\\:money[5m KGS]', '<p>:money[5m KGS]</p>'],
    ['an escape', ':money\\[5m KGS]', '<p>:money[5m KGS]</p>'],
    ['a reference', '&#58;money[5m KGS] :money[2.4bn KGS]', `<p>:money[5m KGS] ${CONVERTED}</p>`],
    ['a bare address', '<https://a.example/:money[5m]>', '>https://a.example/:money[5m]</a>'],
  ])('is not seen in %s', (_name, body, page) => {
    expect(converted(body)).toContain(page);
    expect(findings(body)).toEqual([]);
  });

  it('is plain text as it is written', () => {
    const body =
      '## Of :money[5m KZT]\n\nThe cost is *about :money[2.4bn\nKGS]*, [or :money[7 TJS]](/a).\n\n| a |\n| --- |\n| :money[1k UZS] |';
    const { plain, opening, words, headings } = inspect(body);
    expect(plain).toBe('Of 5m KZT\n\nThe cost is about 2.4bn KGS, or 7 TJS.\n\na\n\n1k UZS');
    expect(opening).toBe('The cost is about 2.4bn KGS, or 7 TJS.');
    expect(words).toBe(15);
    expect(headings).toEqual([{ level: 2, text: 'Of 5m KZT', id: 'of-5m-kzt' }]);
  });

  it('leaves the typography around it as it is elsewhere', () => {
    expect(converted('"It\'s :money[2.4bn KGS]" -- "so"...')).toBe(
      `<p>“It’s ${CONVERTED}” — “so”…</p>\n`,
    );
    expect(converted('":money[2.4bn KGS]"', 'ru')).toBe(`<p>«${CONVERTED}»</p>\n`);
  });

  it('refers to its currency, at its place', () => {
    expect(references('Ää &amp; :money[2.4bn KGS]\nand *:money[5 TMT]*')).toEqual([
      'money KGS at 1:17-1:26 "2.4bn KGS"',
      'money TMT at 2:13-2:18 "5 TMT"',
    ]);
    expect(references('Plain.\n\nAlso plain.\n\n- a\n  b \\* :money[5 TMT]')).toEqual([
      'money TMT at 6:15-6:20 "5 TMT"',
    ]);
  });
});

describe('an amount that cannot be read', () => {
  it.each([
    ['a :money[abc] b', '1:10-1:13 "abc" error money', '<p>a abc b</p>'],
    ['a :money[5m USD] b', '1:10-1:16 "5m USD" error money', '<p>a 5m USD b</p>'],
    ['a :money[5m KGZ] b', '1:10-1:16 "5m KGZ" error money -> 5m KGS', '<p>a 5m KGZ b</p>'],
    ['a :money[] b', '1:10-1:10 "" error money', '<p>a  b</p>'],
    ['> a\n> **b :money[x]**', '2:14-2:15 "x" error money', '<strong>b x</strong>'],
  ])('%j is an error at its place', (body, finding, page) => {
    expect(findings(body)).toEqual([finding]);
    expect(references(body)).toEqual([]);
    expect(converted(body)).toContain(page);
  });

  it.each([':money[5m KGS', ':money[*5m* KGS]', ':money[a [b] c]'])(
    'is an error where its brackets do not close: %s',
    (body) => {
      expect(findings(`Plain. ${body}`)).toEqual(['1:8-1:15 ":money[" error money']);
      expect(inspect(body).references).toEqual([]);
    },
  );

  it('leaves no empty paragraph', () => {
    expect(converted(':money[]')).toBe('');
  });
});
