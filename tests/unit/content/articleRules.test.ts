import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '@/lib/content/article';
import type { Finding } from '@/lib/content/diagnostics';
import { sourceOf } from '@/lib/content/source';
import { liesWithin, markdownFile, told } from './help';

const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };
const PATH = 'articles/2026/11/river-levels.md';

/** Lines 2 to 6 of the file; a case puts a line in the place of one, or adds line 7. */
const SOUND = {
  title: 'title: River levels fall',
  date: 'date: 2026-11-22T09:00+05:00',
  authors: 'authors: [aigerim-bekova]',
  summary: 'summary: The river stands low.',
  section: 'section: water',
};

type Field = keyof typeof SOUND | 'more';

function findings(field: Field, text: string): string[] {
  const lines = Object.values({ ...SOUND, [field]: text }).filter((line) => line !== '');
  const parsed = parseArticle(markdownFile(PATH, lines), SETTINGS);
  expect(parsed.value === null).toBe(parsed.findings.length > 0);
  return parsed.findings.map(told);
}

function findingsOf(lines: Readonly<Record<string, string>>): readonly Finding[] {
  return parseArticle(markdownFile(PATH, Object.values(lines)), SETTINGS).findings;
}

const LIST_OF_COUNTRIES = 'kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan, region';
const NOT_TEXT = 'must be text; put it in quotes if it looks like a number or a list.';
const NOT_SLUG = 'must be a slug: lower-case letters a to z, digits and single hyphens, such as';
const NOT_DATE = 'must be a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.';
const NO_MEDIA = 'must name a picture in the media folder, such as media/bridge.jpg, without "..".';
const NO_PATH =
  'must be a path on this site: it starts with one slash and has no spaces, "?" or "#".';

describe('the rules of an article', () => {
  it.each<[Field, string, string]>([
    ['title', '', '1:1-1:1 missing-field title: this field is required.'],
    ['title', 'title:', `2:7-2:7 invalid-field title: ${NOT_TEXT}`],
    ['title', 'title: 2026', `2:8-2:12 invalid-field title: ${NOT_TEXT}`],
    ['title', 'title: "  "', '2:8-2:12 invalid-field title: must not be blank.'],
    [
      'title',
      'title: "a\\nb"',
      '2:8-2:14 invalid-field title: must be one line without control characters.',
    ],
    [
      'title',
      'title: "a\\u0007b"',
      '2:8-2:18 invalid-field title: must be one line without control characters.',
    ],
    [
      'title',
      `title: ${'x'.repeat(161)}`,
      '2:8-2:169 invalid-field title: is 161 characters long; at most 160 fit.',
    ],
    ['date', '', '1:1-1:1 missing-field date: this field is required.'],
    ['date', 'date: 2026', `3:7-3:11 invalid-field date: ${NOT_DATE}`],
    [
      'date',
      'date: 2026-13-45',
      '3:7-3:17 impossible-date "2026-13-45" does not exist in the calendar or on the clock; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'date',
      'date: "soon"',
      '3:7-3:13 impossible-date "soon" is not a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    ['authors', '', '1:1-1:1 missing-field authors: this field is required.'],
    [
      'authors',
      'authors: aigerim-bekova',
      '4:10-4:24 invalid-field authors: must be a list, such as [aliya-haidar].',
    ],
    ['authors', 'authors: []', '4:10-4:12 invalid-field authors: must name at least one author.'],
    [
      'authors',
      'authors: [aigerim-bekova, Timur Rashidov]',
      `4:27-4:41 invalid-field authors[2]: ${NOT_SLUG} aliya-haidar.`,
    ],
    [
      'authors',
      'authors: [timur, timur]',
      '4:18-4:23 repeated-value authors: "timur" stands here a second time; delete one.',
    ],
    ['summary', '', '1:1-1:1 missing-field summary: this field is required.'],
    [
      'summary',
      `summary: ${'x'.repeat(321)}`,
      '5:10-5:331 invalid-field summary: is 321 characters long; at most 320 fit.',
    ],
    ['section', '', '1:1-1:1 missing-field section: this field is required.'],
    ['section', 'section: Water!', `6:10-6:16 invalid-field section: ${NOT_SLUG} politics.`],
  ])('in %s: %j', (field, text, expected) => {
    expect(findings(field, text)).toEqual([expected]);
  });

  it.each<[string, string]>([
    [
      'headline: x',
      '7:1-7:9 unknown-field Unknown field "headline". Known here: title, date, authors, summary, section, genre, dateline, countries, topics, image, updated, corrections, lang, translationOf, canonicalUrl, draft, redirectFrom, series.',
    ],
    ['titel: x', '7:1-7:6 unknown-field Unknown field "titel". Did you mean "title"?'],
    [
      '__proto__: x',
      '7:1-7:10 unknown-field Unknown field "__proto__". Known here: title, date, authors, summary, section, genre, dateline, countries, topics, image, updated, corrections, lang, translationOf, canonicalUrl, draft, redirectFrom, series.',
    ],
    [
      'countries: [kazakhstan, kyrgystan]',
      `7:25-7:34 invalid-field countries[2]: must be one of ${LIST_OF_COUNTRIES}. Did you mean "kyrgyzstan"?`,
    ],
    [
      'countries: [russia]',
      `7:13-7:19 invalid-field countries[1]: must be one of ${LIST_OF_COUNTRIES}.`,
    ],
    [
      'countries: [region, region]',
      '7:21-7:27 repeated-value countries: "region" stands here a second time; delete one.',
    ],
    ['topics: water', '7:9-7:14 invalid-field topics: must be a list, such as [water, energy].'],
    [
      'topics: [water, "🙂"]',
      '7:17-7:21 invalid-field topics[2]: must hold a letter or a digit that an address can be made of.',
    ],
    [
      'topics: [Water, water]',
      '7:17-7:22 repeated-value topics: "water" stands here a second time; delete one.',
    ],
    [
      'image: media/a.png',
      '7:8-7:19 invalid-field image: must be {src, alt} with caption and credit if there are.',
    ],
    ['image: {src: media/a.png}', '7:8-7:26 missing-field image.alt: this field is required.'],
    ['image: {src: ../a.png, alt: ""}', `7:14-7:22 invalid-field image.src: ${NO_MEDIA}`],
    ['image: {src: media/../a.png, alt: ""}', `7:14-7:28 invalid-field image.src: ${NO_MEDIA}`],
    ['image: {src: /media/a.png, alt: ""}', `7:14-7:26 invalid-field image.src: ${NO_MEDIA}`],
    [
      'image: {src: media/a.png, alt: "", focus: [0.5]}',
      '7:43-7:48 invalid-field image.focus: must be two numbers, such as [0.5, 0.3].',
    ],
    [
      'image: {src: media/a.png, alt: "", focus: [0.5, 1.5]}',
      '7:49-7:52 invalid-field image.focus[2]: must be a number from 0 to 1.',
    ],
    [
      'image: {src: media/a.png, alt: "", captoin: x}',
      '7:36-7:43 unknown-field Unknown field "captoin". Did you mean "caption"?',
    ],
    ['updated: 2026-11-21', '7:10-7:20 date-order updated: is before date; it must not be.'],
    [
      'updated: ""',
      '7:10-7:12 impossible-date "" is not a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'corrections: [{date: 2026-11-21, text: x, kind: correction}]',
      '7:22-7:32 date-order corrections[1].date: is before date; it must not be.',
    ],
    [
      'corrections: [{date: 2026-11-22, text: x, kind: correctoin}]',
      '7:49-7:59 invalid-field corrections[1].kind: must be one of correction, clarification. Did you mean "correction"?',
    ],
    [
      'corrections: [{date: 2026-11-22, text: x, kind: correction, by: y}]',
      '7:61-7:63 unknown-field Unknown field "by". Known here: date, text, kind.',
    ],
    [
      'corrections: [{date: 2026-11-22, kind: correction}]',
      '7:15-7:51 missing-field corrections[1].text: this field is required.',
    ],
    ['corrections: [x]', '7:15-7:16 invalid-field corrections[1]: must be {date, text, kind}.'],
    [
      'lang: russian',
      '7:7-7:14 invalid-field lang: must be a language tag such as ru, kk or uz-Latn.',
    ],
    [
      'translationOf: [a]',
      '7:16-7:19 invalid-field translationOf: must be a slug such as how-an-official-rate-is-set.',
    ],
    [
      'canonicalUrl: partner.example/dam',
      '7:15-7:34 invalid-field canonicalUrl: must be an address that starts with https://.',
    ],
    ['draft: yes', '7:8-7:11 invalid-field draft: must be true or false.'],
    ['redirectFrom: [old/address]', `7:16-7:27 invalid-field redirectFrom[1]: ${NO_PATH}`],
    ['redirectFrom: [//host/path]', `7:16-7:27 invalid-field redirectFrom[1]: ${NO_PATH}`],
    [
      'redirectFrom: [/old, /old/]',
      '7:22-7:27 repeated-value redirectFrom: "/old" stands here a second time; delete one.',
    ],
    ['series: {name: A river}', '7:9-7:24 missing-field series.part: this field is required.'],
    [
      'series: {name: A river, part: 0}',
      '7:31-7:32 invalid-field series.part: must be a whole number from 1 to 999.',
    ],
    [
      'series: {name: "…", part: 1}',
      '7:16-7:19 invalid-field series.name: must hold a letter or a digit that an address can be made of.',
    ],
  ])('in another field: %j', (text, expected) => {
    expect(findings('more', text)).toEqual([expected]);
  });

  it.each([
    ['2026-11-22T09:00', '2026-11-22T09:00+05:00'],
    ['2026-11-22 09:00:30', '2026-11-22 09:00:30+05:00'],
    ['"2026-11-22T09:00"', '2026-11-22T09:00+05:00'],
    // Before March 2024, Almaty was an hour further ahead.
    ['2024-02-01T09:00', '2024-02-01T09:00+06:00'],
  ])('give the time %s its offset', (date, suggestion) => {
    expect(findingsOf({ ...SOUND, date: `date: ${date}` })).toMatchObject([
      { rule: 'date-without-offset', severity: 'warning', line: 3, column: 7, suggestion },
    ]);
  });

  it.each(['2026-11-22', '2026-11-22T09:00Z', '2026-11-22 09:00 +0500'])('leave %s', (date) => {
    expect(findingsOf({ ...SOUND, date: `date: ${date}` })).toEqual([]);
  });

  it('ask for a summary that says more than the title', () => {
    const title = 'title: River levels fall';
    const same = { ...SOUND, title, summary: 'summary: "River levels FALL."' };
    expect(findingsOf(same).map(told)).toEqual([
      expect.stringMatching(/^5:10-5:30 summary-is-title summary: says the same as the title/),
    ]);
    expect(findingsOf({ ...same, summary: 'summary: River levels fall again.' })).toEqual([]);
  });

  it('are all told at once', () => {
    const wrong = findings('more', 'titel: x\nlang: 7\ncountries: [mars]');
    expect(wrong.map((finding) => finding.split(' ')[0]).sort()).toEqual([
      '7:1-7:6',
      '8:7-8:8',
      '9:13-9:17',
    ]);
  });

  it('ask for fields where there are none', () => {
    const list = parseArticle(markdownFile(PATH, ['- title: River']), SETTINGS);
    expect(list.findings.map(told)).toEqual([
      '1:1-1:1 invalid-field Fields are expected here, each on a line of its own as "name: value".',
    ]);
  });

  it('hold in the body too', () => {
    const lines = Object.values(SOUND);
    const file = markdownFile(PATH, lines, 'One.\n\n:::nothing\nText.\n:::');
    expect(parseArticle(file, SETTINGS)).toMatchObject({
      value: null,
      findings: [{ line: 11, column: 4, rule: 'unknown-directive' }],
    });
  });

  it('never throw, whatever stands in the file', () => {
    const line = fc.oneof(
      fc.constantFrom(...Object.values(SOUND), 'image: {src: x}', 'draft: true', '---', '', '\t'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const file = sourceOf(PATH, `---\n${lines.join('\n')}\n---\nText.\n`);
        const { findings: found, value } = parseArticle(file, SETTINGS);
        expect(found.filter((finding) => !liesWithin(finding, file.text))).toEqual([]);
        expect(value !== null || found.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
