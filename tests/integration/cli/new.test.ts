import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TestPublication } from '../../fixtures/publication';
import { run } from './command';

const ARTICLE = ['article', 'Кто платит за воду: # 5', '--author', 'timur-rashidov'];
const PLACE = 'articles/2026/03/kto-platit-za-vodu-5.md';
const DATE = ['--date', '2026-03-05T09:00'];

describe('the command new', () => {
  it('writes an article that the check finds nothing in, and says what to do next', async () => {
    const publication = TestPublication.sound();
    const made = run('new', [...ARTICLE, ...DATE, '--section', 'water'], {
      CONTENT_DIR: publication.folder,
    });
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain(PLACE);
    expect(made.out).toContain('delete the line "draft: true"');
    await publication.sync();
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).not.toContain('kto-platit-za-vodu-5');
    publication.edit(PLACE, 'draft: true\n', '');
    await publication.sync();
    expect(publication.slugs()).toContain('kto-platit-za-vodu-5');
  });

  it('writes a profile', async () => {
    const publication = TestPublication.sound();
    const { folder } = publication;
    expect(run('new', ['author', 'Гүлнара Өзгөн', '--content', folder])).toMatchObject({ code: 0 });
    expect(publication.text('authors/gulnara-ozgon.md')).toBe(
      '---\nname: Гүлнара Өзгөн\nrole: Reporter\n---\n\n',
    );
    await publication.sync();
    expect(publication.problems()).toEqual([]);
  });

  it('never writes over a file', () => {
    const publication = TestPublication.sound();
    const args = [...ARTICLE, ...DATE, '--content', publication.folder];
    run('new', args);
    const before = publication.text(PLACE);
    expect(run('new', args)).toEqual({
      code: 1,
      out: '',
      err: `The address "kto-platit-za-vodu-5" belongs to ${PLACE} already; name another with --slug.\n`,
    });
    expect(publication.text(PLACE)).toBe(before);
  });

  it.each([
    ['nothing to make', [], 'Say what to make'],
    ['a title without quotation marks', ['article', 'Two', 'words'], 'Say what to make'],
    ['an unknown option', ['article', 'A', '--titel'], "Unknown option '--titel'"],
    ['a role for an article', ['article', 'A', '--role', 'Editor'], '--role is for authors.'],
    ['a date for an author', ['author', 'A', '--date', '2026-01-01'], '--date is for articles.'],
    ['a draft that is published', ['article', 'A', '--draft', '--publish'], 'exclude each other'],
  ])('explains itself on %s', (_name, args, says) => {
    const { folder } = TestPublication.sound();
    const { code, out, err } = run('new', args, { CONTENT_DIR: folder });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
    expect(err).toContain('npm run new -- article');
  });

  it('says where the publication is at fault', () => {
    const publication = TestPublication.sound();
    const args = [...ARTICLE, '--content', publication.folder];
    publication.edit('site.yml', 'timeZone: Asia/Almaty', 'timeZone: Almaty');
    expect(run('new', args)).toMatchObject({
      code: 1,
      err: 'site.yml is missing or has errors; "npm run check" says which.\n',
    });
    const nowhere = join(publication.folder, 'nowhere');
    expect(run('new', [...ARTICLE, '--content', nowhere]).err).toContain('There is no folder');
  });
});
