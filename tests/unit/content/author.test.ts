import { describe, expect, it } from 'vitest';
import { parseAuthor } from '@/lib/content/author';
import { markdownFile, told } from './help';

const read = (fields: readonly string[], body?: string) =>
  parseAuthor(markdownFile('authors/aigerim-bekova.md', fields, body));

describe('an author', () => {
  it('needs a name and a role', () => {
    const { value, findings, references } = read(
      ['name: Aigerim Bekova', 'role: Reporter'],
      'Bio.',
    );
    expect(findings).toEqual([]);
    expect(references).toEqual([]);
    expect(value).toEqual({
      slug: 'aigerim-bekova',
      name: 'Aigerim Bekova',
      role: 'Reporter',
      avatar: null,
      email: null,
      links: [],
      location: null,
      languages: [],
      beats: [],
      since: null,
      bio: '\nBio.\n',
      plainBio: 'Bio.',
    });
  });

  it('carries every field of the model, and names the picture that it needs', () => {
    const { value, references } = read([
      'name: Әйгерім Бекова',
      'role: Reporter',
      'avatar: {src: media/aigerim.png}',
      'email: aigerim@example.org',
      'links: [{label: Telegram, url: "https://t.me/example"}]',
      'location: Almaty',
      'languages: [Kazakh, Russian]',
      'beats: [rivers]',
      'since: 1998',
    ]);
    expect(value).toMatchObject({
      name: 'Әйгерім Бекова',
      avatar: { src: 'media/aigerim.png', alt: null },
      email: 'aigerim@example.org',
      links: [{ label: 'Telegram', url: 'https://t.me/example' }],
      location: 'Almaty',
      languages: ['Kazakh', 'Russian'],
      beats: ['rivers'],
      since: 1998,
    });
    expect(references).toEqual([
      { kind: 'media', value: 'media/aigerim.png', line: 4, column: 15, endLine: 4, endColumn: 32 },
    ]);
  });

  it.each([
    ['role: Reporter', '1:1-1:1 missing-field name: this field is required.'],
    ['name: A', '1:1-1:1 missing-field role: this field is required.'],
    [
      'name: A\nrole: R\navatar: media/a.png',
      '4:9-4:20 invalid-field avatar: must be {src} with alt if it needs one.',
    ],
    [
      'name: A\nrole: R\navatar: {src: a.png}',
      '4:15-4:20 invalid-field avatar.src: must name a picture in the media folder, such as media/bridge.jpg, without "..".',
    ],
    [
      'name: A\nrole: R\nemail: at home',
      '4:8-4:15 invalid-field email: must be an e-mail address such as newsroom@example.org.',
    ],
    [
      'name: A\nrole: R\nlinks: [{label: X, url: "javascript:alert(1)"}]',
      '4:25-4:46 invalid-field links[1].url: must be an address that starts with https://.',
    ],
    [
      'name: A\nrole: R\nlinks: [{label: X, href: "https://x.example"}]',
      '4:9-4:46 missing-field links[1].url: this field is required.',
    ],
    [
      'name: A\nrole: R\nlinks: [https://x.example]',
      '4:9-4:26 invalid-field links[1]: must be {label, url}.',
    ],
    [
      'name: A\nrole: R\nlanguages: Kazakh',
      '4:12-4:18 invalid-field languages: must be a list, such as [Kazakh, Russian].',
    ],
    [
      'name: A\nrole: R\nsince: 98',
      '4:8-4:10 invalid-field since: must be a whole number from 1900 to 2100.',
    ],
    [
      'name: A\nrole: R\nsince: 1998.5',
      '4:8-4:14 invalid-field since: must be a whole number from 1900 to 2100.',
    ],
    [
      'name: A\nrole: R\nnmae: B',
      '4:1-4:5 unknown-field Unknown field "nmae". Did you mean "name"?',
    ],
  ])('is refused with %j', (fields, expected) => {
    const { value, findings } = read(fields.split('\n'));
    expect(value).toBeNull();
    expect(findings.map(told)[0]).toBe(expected);
  });

  it('is refused with a bio that is, and kept with one that only holds HTML', () => {
    const sound = ['name: A', 'role: R'];
    const broken = read(sound, '[me](javascript:x)');
    expect(broken.value).toBeNull();
    expect(broken.findings).toMatchObject([{ line: 6, column: 6, rule: 'unsafe-link' }]);
    const marked = read(sound, 'I am <b>bold</b>.');
    expect(marked.value?.slug).toBe('aigerim-bekova');
    expect(marked.findings).toMatchObject([{ line: 6, column: 6, rule: 'raw-html' }]);
  });
});
