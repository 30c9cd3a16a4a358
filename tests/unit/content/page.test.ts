import { describe, expect, it } from 'vitest';
import { parsePage } from '@/lib/content/page';
import { RESERVED_SEGMENTS } from '@/lib/site/routes';
import { markdownFile, told } from './help';

const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };

const read = (fields: readonly string[], path = 'pages/about.md', body?: string) =>
  parsePage(markdownFile(path, fields, body), SETTINGS);

describe('a static page', () => {
  it('needs a title', () => {
    const { value, findings } = read(['title: About us']);
    expect(findings).toEqual([]);
    expect(value).toEqual({
      slug: 'about',
      title: 'About us',
      summary: null,
      updated: null,
      body: '\nText.\n',
      plain: 'Text.',
    });
  });

  it('carries every field of the model, and names what it links to', () => {
    const fields = ['title: About us', 'summary: Who we are.', 'updated: 2026-01-05'];
    const { value, references } = read(fields, 'pages/about.md', '[Us](/people)');
    expect(value).toMatchObject({
      summary: 'Who we are.',
      updated: { at: Date.parse('2026-01-05T00:00:00+05:00'), precision: 'day' },
    });
    expect(references).toMatchObject([{ kind: 'address', value: '/people', line: 7, column: 6 }]);
  });

  it.each([
    ['summary: x', '1:1-1:1 missing-field title: this field is required.'],
    ['title: " "', '2:8-2:11 invalid-field title: must not be blank.'],
    [
      'title: A\nupdated: 2026-02-30',
      '3:10-3:20 impossible-date "2026-02-30" does not exist in the calendar or on the clock; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'title: A\nupdated: ""',
      '3:10-3:12 impossible-date "" is not a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'title: A\nauthor: x',
      '3:1-3:7 unknown-field Unknown field "author". Known here: title, summary, updated.',
    ],
  ])('is refused with %j', (fields, expected) => {
    const { value, findings } = read(fields.split('\n'));
    expect(value).toBeNull();
    expect(findings.map(told)).toEqual([expected]);
  });

  it.each([...RESERVED_SEGMENTS])('cannot take the address /%s from the site', (segment) => {
    const { value, findings } = read(['title: Mine'], `pages/${segment}.md`);
    expect(value).toBeNull();
    expect(findings).toMatchObject([{ line: 1, column: 1, rule: 'reserved-address' }]);
  });
});
