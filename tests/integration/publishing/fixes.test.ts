import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { diagnostics } from '@/lib/archive/queries/diagnostics';
import { makeFixes } from '@/lib/publishing/fixes/fixes';
import { TestPublication } from '../../fixtures/publication';
import { NEW } from '../badInput/case';

let publication: TestPublication;

beforeEach(() => {
  publication = TestPublication.sound();
});

/** Mends once; says what was done, and gives the text of the new article. */
async function mended(text: string | Uint8Array): Promise<[done: string[], text: string]> {
  publication.write(NEW, text);
  await publication.sync();
  const { database, folder } = publication;
  const fixes = makeFixes(database, folder, diagnostics(database));
  const done = fixes.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  );
  return [done, publication.text(NEW)];
}

const FIELDS = {
  title: 'title: A bad article # kept',
  date: 'date: 2026-03-05',
  authors: 'authors: [timur-rashidov]',
  summary: 'summary: It is bad.',
  section: 'section: politics',
  more: 'draft: false',
};

function textWith(fields: Partial<typeof FIELDS>): string {
  return `---\n${Object.values({ ...FIELDS, ...fields }).join('\n')}\n---\n\nText.\n`;
}

describe('safe fixes', () => {
  it.each<[keyof typeof FIELDS, string, string, string]>([
    ['summary', 'sumary: It is bad.', FIELDS.summary, '5:1 unknown-field sumary is summary now'],
    [
      'date',
      'date: 2026-03-05 09:00 # kept',
      'date: 2026-03-05 09:00+05:00 # kept',
      '3:7 date-without-offset 2026-03-05 09:00 is 2026-03-05 09:00+05:00 now',
    ],
    [
      'authors',
      "authors: ['timur-rashidv']",
      "authors: ['timur-rashidov']",
      "4:11 unknown-author 'timur-rashidv' is 'timur-rashidov' now",
    ],
    ['section', 'section: politic', FIELDS.section, '6:10 unknown-section politic is politics now'],
    [
      'more',
      'countries: [kazakstan]',
      'countries: [kazakhstan]',
      '7:13 invalid-field kazakstan is kazakhstan now',
    ],
  ])('mend %s: %s', async (field, wrong, right, said) => {
    const [done, text] = await mended(textWith({ [field]: wrong }));
    expect(done).toEqual([said]);
    expect(text).toBe(textWith({ [field]: right }));
  });

  it('mend several slips of one file at once', async () => {
    const wrong = { title: 'titel: A', date: 'date: 2026-03-05T09:00', summary: 'sumary: B' };
    const [done] = await mended(textWith(wrong));
    expect(done).toHaveLength(2);
    await publication.sync();
    const { database, folder } = publication;
    expect(makeFixes(database, folder, diagnostics(database))).toHaveLength(1);
    await publication.sync();
    expect(publication.problems()).toEqual([]);
  });

  it.each<[string, Partial<typeof FIELDS>]>([
    ['a reference two letters off', { authors: 'authors: [timur-rashid]' }],
    ['a section two letters off', { section: 'section: politi' }],
    ['a country two letters off', { more: 'countries: [kazastan]' }],
    ['a picture, which may be another one', { more: 'image: {src: media/rivr.png, alt: A}' }],
    ['a translation', { more: 'translationOf: dam-open' }],
    ['a field that is there already', { more: 'titel: Another' }],
  ])('leave %s', async (_name, wrong) => {
    const text = textWith(wrong);
    expect(await mended(text)).toEqual([[], text]);
  });

  it('leave an author whom two names are near to', async () => {
    publication.write('authors/anna-li.md', '---\nname: Anna Li\nrole: Editor\n---\n');
    publication.write('authors/anna-lu.md', '---\nname: Anna Lu\nrole: Editor\n---\n');
    const text = textWith({ authors: 'authors: [anna-lo]' });
    expect(await mended(text)).toEqual([[], text]);
  });

  it('keep Windows line ends, the byte order mark and the rights of the file', async () => {
    const wrong = `\uFEFF${textWith({ summary: 'sumary: Вода "пришла".' })}`.replaceAll(
      '\n',
      '\r\n',
    );
    publication.write(NEW, wrong);
    chmodSync(publication.path(NEW), 0o640);
    const [done, text] = await mended(wrong);
    expect(done).toHaveLength(1);
    expect(text).toBe(wrong.replace('sumary', 'summary'));
    expect(statSync(publication.path(NEW)).mode & 0o777).toBe(0o640);
    const beside = readdirSync(dirname(publication.path(NEW)));
    expect(beside.filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('mend site.yml', async () => {
    publication.edit('site.yml', 'perPage:', 'perpage:');
    await publication.sync();
    const { database, folder } = publication;
    expect(makeFixes(database, folder, diagnostics(database))).toHaveLength(1);
    expect(publication.text('site.yml')).toContain('\nperPage: 5');
  });
});
