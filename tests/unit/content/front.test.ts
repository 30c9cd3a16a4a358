import { describe, expect, it } from 'vitest';
import { parseFront } from '@/lib/content/front';
import { sourceOf } from '@/lib/content/source';
import { told } from './help';

const read = (text: string, timeZone = 'Asia/Almaty') =>
  parseFront(sourceOf('front.yml', text), { timeZone, language: 'en' });

describe('front.yml', () => {
  it('sets the lead and the pinned articles', () => {
    const text = 'lead: {article: river}\npinned:\n  - article: dam\n    until: 2026-06-01\n';
    expect(read(text)).toEqual({
      value: {
        lead: { article: 'river', until: null },
        pinned: [{ article: 'dam', until: Date.parse('2026-06-01T00:00:00+05:00') }],
      },
      findings: [],
      references: [
        { kind: 'article', value: 'river', line: 1, column: 17, endLine: 1, endColumn: 22 },
        { kind: 'article', value: 'dam', line: 3, column: 14, endLine: 3, endColumn: 17 },
      ],
    });
    expect(read(text, 'UTC').value?.pinned[0]?.until).toBe(Date.parse('2026-06-01T00:00:00Z'));
  });

  it('may hold nothing', () => {
    expect(read('# later')).toEqual({
      value: { lead: null, pinned: [] },
      findings: [],
      references: [],
    });
  });

  it.each([
    ['lead: river', '1:7-1:12 invalid-field lead: must be {article} with until if it ends.'],
    ['lead: {}', '1:7-1:9 missing-field lead.article: this field is required.'],
    [
      'lead: {article: River}',
      '1:17-1:22 invalid-field lead.article: must be a slug: lower-case letters a to z, digits and single hyphens, such as what-is-a-transit-corridor.',
    ],
    [
      'lead: {article: river, until: 2026-02-30}',
      '1:31-1:41 impossible-date "2026-02-30" does not exist in the calendar or on the clock; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'lead: {article: river, until: ""}',
      '1:31-1:33 impossible-date "" is not a date; write 2026-11-22 or 2026-11-22T09:00:00+05:00.',
    ],
    [
      'pinned: {article: a}',
      '1:9-1:21 invalid-field pinned: must be a list, such as [{article: slug}].',
    ],
    [
      'pinned: [{article: a, untl: 2026-01-01}]',
      '1:23-1:27 unknown-field Unknown field "untl". Did you mean "until"?',
    ],
    ['leed: {article: a}', '1:1-1:5 unknown-field Unknown field "leed". Did you mean "lead"?'],
    [
      '- lead',
      '1:1-1:1 invalid-field Fields are expected here, each on a line of its own as "name: value".',
    ],
  ])('is refused with %j', (text, expected) => {
    const { value, findings } = read(text);
    expect(value).toBeNull();
    expect(findings.map(told)).toEqual([expected]);
  });
});
