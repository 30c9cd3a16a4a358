import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { renamedArticles } from '@/lib/publishing/audits/renamedArticles';
import { TestPublication } from '../../fixtures/publication';

const DAM = 'articles/2026/02/dam-opens.md';
const NEW = 'articles/2026/02/dam-gates.md';

let publication: TestPublication;

function commit(subject: string): void {
  const options = { cwd: publication.folder };
  execFileSync('git', ['add', '-A'], options);
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org'];
  execFileSync('git', [...who, 'commit', '-qm', subject], options);
}

beforeEach(() => {
  publication = TestPublication.sound();
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: publication.folder });
  commit('Begin');
});

async function found(): Promise<string[]> {
  await publication.sync();
  const { database, folder } = publication;
  return renamedArticles({ database, root: folder }).map(
    ({ file, rule, message }) => `${file} ${rule} ${/"(redirectFrom.*)"/.exec(message)?.[1]}`,
  );
}

const LOST = `${NEW} renamed-without-redirect redirectFrom: [/articles/dam-opens]`;

describe('an article that was renamed', () => {
  it('loses its readers, and is reported with the line to add', async () => {
    expect(await found()).toEqual([]);
    publication.rename(DAM, NEW);
    commit('Rename');
    expect(await found()).toEqual([LOST]);
  });

  it('several times is reported once, with all its addresses', async () => {
    publication.rename(DAM, 'articles/2026/02/dam-middle.md');
    commit('Rename');
    publication.rename('articles/2026/02/dam-middle.md', NEW);
    commit('Rename again');
    expect(await found()).toEqual([
      `${NEW} renamed-without-redirect redirectFrom: [/articles/dam-middle, /articles/dam-opens]`,
    ]);
  });

  it('is reported before the commit, once Git is told', async () => {
    publication.rename(DAM, 'articles/2026/02/dam-middle.md');
    commit('Rename');
    publication.rename('articles/2026/02/dam-middle.md', NEW);
    execFileSync('git', ['add', '-A'], { cwd: publication.folder });
    expect(await found()).toEqual([
      `${NEW} renamed-without-redirect redirectFrom: [/articles/dam-middle, /articles/dam-opens]`,
    ]);
  });

  it('in a publication that is a folder of its repository is reported as well', async () => {
    const within = new TestPublication(publication.path('site'));
    const files = ['articles', 'authors', 'media', 'pages', 'sections.yml', 'site.yml'];
    for (const file of files)
      if (existsSync(publication.path(file))) publication.rename(file, `site/${file}`);
    commit('Move');
    within.rename(DAM, NEW);
    execFileSync('git', ['add', '-A'], { cwd: publication.folder });
    publication = within;
    expect(await found()).toEqual([LOST]);
  });

  it('is well with a redirect, and where another article took its place', async () => {
    const text = publication.text(DAM);
    publication.rename(DAM, NEW);
    commit('Rename');
    publication.edit(NEW, 'redirectFrom: [', 'redirectFrom: [/articles/dam-opens, ');
    expect(await found()).toEqual([]);
    publication.write(NEW, text.replace(/redirectFrom: .*\n/, ''));
    publication.write(DAM, text);
    expect(await found()).toEqual([]);
  });

  it('is well where it only moved to another month, or is a draft', async () => {
    publication.rename(DAM, 'articles/2026/03/dam-opens.md');
    commit('Move');
    expect(await found()).toEqual([]);
    publication.rename('articles/2026/03/dam-opens.md', NEW);
    publication.edit(NEW, 'title:', 'draft: true\ntitle:');
    commit('Rename');
    expect(await found()).toEqual([]);
  });
});
