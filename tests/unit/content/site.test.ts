import { describe, expect, it } from 'vitest';
import { fallbackSite, parseSite } from '@/lib/content/site';
import { sourceOf } from '@/lib/content/source';
import { told } from './help';

const SOUND = [
  'name: Steppe Post',
  'description: News from the steppe.',
  'language: en',
  'timeZone: Asia/Almaty',
];

const read = (lines: readonly string[]) => parseSite(sourceOf('site.yml', lines.join('\n')));

describe('site.yml', () => {
  it('needs four fields', () => {
    expect(read(SOUND)).toEqual({
      value: {
        name: 'Steppe Post',
        description: 'News from the steppe.',
        language: 'en',
        timeZone: 'Asia/Almaty',
        logo: null,
        founded: null,
        contact: null,
        social: [],
        navigation: null,
        policies: {},
        ticker: { direction: 'local-usd' },
        perPage: 10,
        history: true,
        aiCrawlers: 'allow',
      },
      findings: [],
      references: [],
    });
  });

  it('carries every field, and names what has to exist elsewhere', () => {
    const { value, references } = read([
      ...SOUND,
      'logo: media/logo.png',
      'founded: 1998',
      'contact: {email: desk@example.org, phone: "+7 700"}',
      'social: [{label: Telegram, url: "https://t.me/example"}]',
      'navigation: [{label: Water, url: /topics/water}, {label: X, url: "https://x.example"}]',
      'policies: {ethics: standards}',
      'ticker: {direction: usd-local}',
      'perPage: 25',
      'history: false',
    ]);
    expect(value).toMatchObject({
      logo: 'media/logo.png',
      founded: 1998,
      contact: { email: 'desk@example.org', corrections: null, phone: '+7 700', address: null },
      navigation: [{ url: '/topics/water' }, { url: 'https://x.example' }],
      policies: { ethics: 'standards' },
      ticker: { direction: 'usd-local' },
      perPage: 25,
      history: false,
    });
    expect(
      references.map(({ kind, value: name, line, column }) => `${line}:${column} ${kind} ${name}`),
    ).toEqual(['10:20 page standards', '5:7 media media/logo.png', '9:34 address /topics/water']);
  });

  it.each([
    [
      'language: tlh',
      "3:11-3:14 invalid-field language: must be a language that the site's own words exist in: en.",
    ],
    [
      'timeZone: Asia/Almata',
      '3:11-3:22 invalid-field timeZone: must be a time zone name such as Asia/Almaty.',
    ],
    [
      'timeZone: "+05:00"',
      '3:11-3:19 invalid-field timeZone: must be a time zone name such as Asia/Almaty.',
    ],
    ['perPage: 4', '3:10-3:11 invalid-field perPage: must be a whole number from 5 to 100.'],
    ['perPage: "10"', '3:10-3:14 invalid-field perPage: must be a whole number from 5 to 100.'],
    [
      'navigation: [{label: X, url: water}]',
      '3:30-3:35 invalid-field navigation[1].url: must be a path on this site or an https:// address.',
    ],
    [
      'policies: {ethic: standards}',
      '3:12-3:17 unknown-field Unknown field "ethic". Did you mean "ethics"?',
    ],
    [
      'policies: {ethics: Our Standards}',
      '3:20-3:33 invalid-field policies.ethics: must be a slug: lower-case letters a to z, digits and single hyphens, such as editorial-standards.',
    ],
    [
      'ticker: {direction: both}',
      '3:21-3:25 invalid-field ticker.direction: must be one of local-usd, usd-local.',
    ],
    ['contact: {phone: "1"}', '3:10-3:22 missing-field contact.email: this field is required.'],
    ['tagline: x', '3:1-3:8 unknown-field Unknown field "tagline". Known here: '],
    ['constructor: x', '3:1-3:12 unknown-field Unknown field "constructor". Known here: '],
    ['__proto__: x', '3:1-3:10 unknown-field Unknown field "__proto__". Known here: '],
  ])('falls back for %j alone', (line, expected) => {
    const field = line.slice(0, line.indexOf(':'));
    const others = SOUND.filter((known) => !known.startsWith(`${field}:`));
    const { value, findings } = read([...others.slice(0, 2), line, ...others.slice(2)]);
    expect(findings.map(told)).toEqual([expect.stringContaining(expected)]);
    // The fallback of each of these is what the sound file says anyway.
    expect(value).toEqual(read(SOUND).value);
  });

  it('keeps what is sound beside a field that is missing', () => {
    const { value, findings } = read([
      'description: Ours.',
      'timeZone: Europe/Berlin',
      'perPage: 20',
    ]);
    expect(findings.map(told)).toEqual([
      '1:1-1:1 missing-field name: this field is required.',
      '1:1-1:1 missing-field language: this field is required.',
    ]);
    expect(value).toMatchObject({
      name: 'Untitled newsroom',
      description: 'Ours.',
      timeZone: 'Europe/Berlin',
      perPage: 20,
    });
  });

  it.each([
    ['a list', '- name: x', '1:1-1:1 invalid-field Fields are expected here'],
    ['a text', 'Steppe Post', '1:1-1:1 invalid-field Fields are expected here'],
    ['an alias', 'name: &n X\ndescription: *n', '2:14-2:16 yaml-alias'],
    ['a tab', 'contact:\n\temail: x', '2:1-2:2 yaml-syntax'],
  ])('that is %s still gives a site', (_name, text, expected) => {
    const { value, findings } = read([text]);
    expect(findings.map(told)[0]).toContain(expected);
    expect(value).toMatchObject({ language: 'en', timeZone: 'Asia/Almaty' });
  });

  it('that is missing gives a site too, and says nothing of its own', () => {
    expect(fallbackSite([])).toMatchObject({ findings: [], value: { name: 'Untitled newsroom' } });
  });
});
