import fc from 'fast-check';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkSmartypants from 'remark-smartypants';
import { describe, expect, it } from 'vitest';
import { walk } from '@/lib/content/markdown/tree';
import { setTypography, typographyFor } from '@/lib/content/markdown/typography';
import { html } from './support';

function textOf(root: Root): string {
  let all = '';
  walk(root, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') all += node.value;
  });
  return all;
}

const pants = remark().use(remarkSmartypants).freeze();

function byLibrary(markdown: string): string {
  const root = pants.parse(markdown);
  pants.runSync(root);
  return textOf(root);
}

function byUs(markdown: string): string {
  const root = pants.parse(markdown);
  setTypography(root, 'en');
  return textOf(root);
}

describe('English typography', () => {
  it.each([
    [
      '"Hello," she said. "It\'s the \'90s," he replied -- "isn\'t it?"',
      '“Hello,” she said. “It’s the ’90s,” he replied — “isn’t it?”',
    ],
    ['He said "\'Quoted\' words".', 'He said “‘Quoted’ words”.'],
    ['("quoted") ["x"] word—"quoted"', '(“quoted”) [“x”] word—“quoted”'],
    ['"...and" so... on', '“…and” so… on'],
    ['the girls\' "team"', 'the girls’ “team”'],
    ['a --- b ---- c -- d', 'a — b ---- c — d'],
    ['5\'10" tall', '5’10” tall'],
    ['"A"/"B"', '“A”/“B”'],
    ['said "', 'said ”'],
  ])('sets %s', (typed, set) => {
    expect(typographyFor('en-GB')?.(typed)).toBe(set);
  });

  it('pairs marks across emphasis, links and code', () => {
    const typed = '"*Quoted*" "[link](/a)" "`code`" *"x*" [^1]"y" **a**"';
    expect(html(typed, { lang: 'en' })).toBe(
      '<p>“<em>Quoted</em>” “<a href="/a">link</a>” “<code>code</code>” <em>“x</em>” [^1]”y” <strong>a</strong>”</p>\n',
    );
  });

  it('leaves bare addresses and code alone', () => {
    expect(html('See https://example.org/--a...b and `"--"`.', { lang: 'en' })).toBe(
      '<p>See <a href="https://example.org/--a...b" rel="noopener">https://example.org/--a...b</a> and <code>"--"</code>.</p>\n',
    );
  });

  it('agrees with remark-smartypants on sentences of a newspaper', () => {
    const word = fc.constantFrom(
      'gas',
      "Kazakhstan's",
      "isn't",
      'A',
      '2024',
      '10%',
      '*em*',
      "miners'",
    );
    const quoted = fc.oneof(
      { weight: 4, arbitrary: word },
      { weight: 1, arbitrary: word.map((inner) => `"${inner},"`) },
      { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `"${a} ${b}"`) },
      { weight: 1, arbitrary: fc.tuple(word, word).map(([a, b]) => `("${a} ${b}")`) },
      { weight: 1, arbitrary: fc.constantFrom('--', '"gas..."', '"\'yes\' and no"') },
    );
    const sentence = fc
      .array(quoted, { minLength: 1, maxLength: 10 })
      .map((words) => `It ${words.join(' ')} now.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 3 }), (sentences) => {
        const markdown = sentences.join(' ');
        expect(byUs(markdown)).toBe(byLibrary(markdown));
      }),
      { numRuns: 300 },
    );
  });
});

describe('Cyrillic typography', () => {
  it.each([
    ['Он сказал: "Да".', 'Он сказал: «Да».'],
    ['"Газета "Заря" вышла"', '«Газета „Заря“ вышла»'],
    ['"Он сказал \'да\'"', '«Он сказал „да“»'],
    ["Жанна д'Арк и п'ять", 'Жанна д’Арк и п’ять'],
    ["Он: 'Жанна д'Арк вышла'", 'Он: „Жанна д’Арк вышла“'],
    ['Да -- нет...', 'Да — нет…'],
  ])('sets %s', (typed, set) => {
    expect(typographyFor('ru')?.(typed)).toBe(set);
  });

  it('is that of languages written in Cyrillic', () => {
    for (const lang of ['ru', 'kk', 'ky-KG', 'tg', 'uk', 'uz-Cyrl', 'uz-Cyrl-UZ']) {
      expect(typographyFor(lang)?.('"a"'), lang).toBe('«a»');
    }
  });
});

describe('typography of other languages', () => {
  it('is left as it is typed', () => {
    for (const lang of ['uz', 'kk-Latn', 'fr', 'de', 'und', '']) {
      expect(typographyFor(lang), lang).toBeUndefined();
    }
    expect(html('"O\'zbekiston" -- va...', { lang: 'uz' })).toBe(
      '<p>"O\'zbekiston" -- va...</p>\n',
    );
  });
});

describe('typography', () => {
  it('keeps all letters', () => {
    const letters = (text: string) => text.replace(/["'“”‘’«»„.…—-]/g, '');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'ru'), (text, lang) => {
        expect(letters(typographyFor(lang)?.(text) ?? '')).toBe(letters(text));
      }),
    );
  });

  it('takes a time that grows with the text alone', () => {
    const started = process.cpuUsage();
    typographyFor('en')?.(' \'a"'.repeat(100_000));
    typographyFor('ru')?.(' "a \'b'.repeat(100_000));
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(3);
  });
});
