import { describe, expect, it } from 'vitest';
import { parseArticle } from '@/lib/content/article';
import type { Article } from '@/lib/content/models';
import { markdownFile } from './help';

const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };
const PATH = 'articles/2026/11/river-levels.md';

const REQUIRED = [
  'title: River levels fall',
  'date: 2026-11-22T09:00+05:00',
  'authors: [aigerim-bekova]',
  'summary: The river stands low.',
  'section: water',
];

function read(fields: readonly string[], body?: string) {
  return parseArticle(markdownFile(PATH, fields, body), SETTINGS);
}

function sound(fields: readonly string[], body?: string): Article {
  const { value, findings } = read(fields, body);
  expect(findings).toEqual([]);
  if (!value) throw new Error('no article and no finding');
  return value;
}

describe('an article', () => {
  it('needs five fields; the rest has honest defaults', () => {
    expect(sound(REQUIRED, 'One two.\n\nThree.')).toEqual({
      slug: 'river-levels',
      title: 'River levels fall',
      published: { at: Date.parse('2026-11-22T04:00:00Z'), precision: 'minute' },
      updated: null,
      authors: ['aigerim-bekova'],
      summary: 'The river stands low.',
      section: 'water',
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
      body: '\nOne two.\n\nThree.\n',
      plain: 'One two.\n\nThree.',
      opening: 'One two.\n\nThree.',
      words: 3,
    });
  });

  it('carries every field of the model', () => {
    const article = sound([
      ...REQUIRED,
      'countries: [kyrgyzstan, region]',
      'topics: [Syr Darya, су тасқыны]',
      'image:',
      '  src: media/river.png',
      '  alt: A dry bank',
      '  caption: The bank',
      '  credit: A. Bekova',
      '  focus: [0.25, 1]',
      'updated: 2026-11-23',
      'corrections:',
      '  - {date: 2026-11-22, text: Wrong gauge., kind: correction}',
      '  - {date: 2026-11-24, text: Now clearer., kind: clarification}',
      'lang: ru',
      'translationOf: uroven-reki',
      'canonicalUrl: https://partner.example/ақпарат',
      'draft: true',
      'redirectFrom: [/old/river/, /river]',
      'series: {name: A river in winter, part: 2}',
    ]);
    const day = (text: string) => ({
      at: Date.parse(`${text}T00:00:00+05:00`),
      precision: 'day',
    });
    expect(article).toMatchObject({
      countries: ['kyrgyzstan', 'region'],
      topics: [
        { slug: 'syr-darya', name: 'Syr Darya' },
        { slug: 'su-tasqyny', name: 'су тасқыны' },
      ],
      image: {
        src: 'media/river.png',
        alt: 'A dry bank',
        caption: 'The bank',
        credit: 'A. Bekova',
        focus: [0.25, 1],
      },
      updated: day('2026-11-23'),
      // Newest first, whatever the order in the file.
      corrections: [
        { date: day('2026-11-24'), text: 'Now clearer.', kind: 'clarification' },
        { date: day('2026-11-22'), text: 'Wrong gauge.', kind: 'correction' },
      ],
      lang: 'ru',
      translationOf: 'uroven-reki',
      canonicalUrl: 'https://partner.example/%D0%B0%D2%9B%D0%BF%D0%B0%D1%80%D0%B0%D1%82',
      draft: true,
      redirectFrom: ['/old/river', '/river'],
      series: { slug: 'a-river-in-winter', name: 'A river in winter', part: 2 },
    });
  });

  it('names what has to exist elsewhere, each at its place', () => {
    const { references } = read(
      [
        ...REQUIRED,
        'image: {src: media/river.png, alt: ""}',
        'translationOf: other',
        'redirectFrom:',
        '  - /old',
      ],
      'See [the dam](/articles/dam) and ![a map](media/map.png).',
    );
    const places = references.map(
      ({ kind, value, line, column, endLine, endColumn }) =>
        `${line}:${column}-${endLine}:${endColumn} ${kind} ${value}`,
    );
    expect(places).toEqual([
      '4:11-4:25 author aigerim-bekova',
      '6:10-6:15 section water',
      '7:14-7:29 media media/river.png',
      '8:16-8:21 article other',
      '10:5-10:9 oldAddress /old',
      '13:15-13:28 address /articles/dam',
      '13:43-13:56 media media/map.png',
    ]);
  });

  it('is set in the typography of its language', () => {
    const quoted = REQUIRED.with(0, `title: It's "low"`);
    expect(sound(quoted, 'It\'s "low".').title).toBe('It’s “low”');
    expect(sound(quoted, 'It\'s "low".').opening).toBe('It’s “low”.');
    expect(sound([...quoted, 'lang: ru']).title).toContain('«low»');
  });

  it('takes an alternative text that is empty, as decoration has', () => {
    expect(sound([...REQUIRED, 'image: {src: media/a.png, alt: ""}']).image?.alt).toBe('');
  });

  it('counts length in characters, not in halves of them', () => {
    expect(sound(REQUIRED.with(0, `title: ${'🙂'.repeat(160)}`)).title).toHaveLength(320);
  });

  it('reads a date without an offset in the time zone of the site', () => {
    const fields = REQUIRED.with(1, 'date: 2026-11-22T09:00');
    const { value, findings } = parseArticle(markdownFile(PATH, fields), {
      timeZone: 'Europe/Berlin',
      language: 'kk',
    });
    expect(findings).toMatchObject([{ rule: 'date-without-offset', severity: 'warning' }]);
    expect(value?.published.at).toBe(Date.parse('2026-11-22T08:00:00Z'));
    expect(value?.lang).toBe('kk');
  });

  it('may be corrected or updated on its own day without a time', () => {
    const article = sound([
      ...REQUIRED,
      'updated: 2026-11-22',
      'corrections: [{date: 2026-11-22, text: x, kind: correction}]',
    ]);
    expect(article.updated?.precision).toBe('day');
    expect(article.corrections).toHaveLength(1);
  });

  it('is not read from a file that cannot be one', () => {
    expect(() => parseArticle(markdownFile('pages/about.md', REQUIRED), SETTINGS)).toThrow(
      'pages/about.md',
    );
  });
});
