import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sync } from '@/lib/archive/sync/sync';
import { FolderTree } from '@/lib/archive/trees/folderTree';
import { silentChanges } from '@/lib/publishing/audits/silentChange';
import { commitAt, gitIn } from '../../../fixtures/git';
import { brief, TestPublication } from '../../../fixtures/publication';
import { article, NEW } from '../../badInput/case';

const words = (count: number, word = 'water'): string =>
  Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');

const SILENT = [`${NEW}:3:7 warning silent-change`];

let publication: TestPublication;

async function silent(root = publication.folder): Promise<string[]> {
  await publication.sync();
  return silentChanges({ database: publication.database, root }).map(brief);
}

function rewrite(body: string, more: readonly string[] = []): void {
  publication.write(NEW, article(body, more));
}

/** An article of 5 March 2026, committed on that day. */
beforeEach(() => {
  publication = TestPublication.sound();
  gitIn(publication.folder, ['init', '--quiet']);
  rewrite(words(100));
  commitAt(publication.folder, '2026-03-05T08:00:00+05:00');
});

describe('a change that readers are not told of', () => {
  it('is reported where more than 30 words changed later than a day after the date', async () => {
    rewrite(words(131));
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    expect(await silent()).toEqual(SILENT);
    const [finding] = silentChanges({
      database: publication.database,
      root: publication.folder,
    });
    expect(finding?.message).toContain('on 2026-03-07');
    expect(finding?.message).toContain('write "updated: 2026-03-07"');
  });

  it('is none within a day, nor of 30 words, nor of typography', async () => {
    rewrite(words(160));
    commitAt(publication.folder, '2026-03-05T23:00:00+05:00');
    rewrite(words(190));
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    rewrite(`**${words(190).replaceAll(' ', ',\n"')}**`);
    commitAt(publication.folder, '2026-03-08T08:00:00+05:00');
    expect(await silent()).toEqual([]);
  });

  it('counts a replaced word as one taken out and one added', async () => {
    rewrite(`${words(15, 'dam')} ${words(100).split(' ').slice(15).join(' ')}`);
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    expect(await silent()).toEqual([]);
    rewrite(`${words(31, 'gate')} ${words(100).split(' ').slice(31).join(' ')}`);
    commitAt(publication.folder, '2026-03-08T08:00:00+05:00');
    expect(await silent()).toEqual(SILENT);
  });

  it.each([
    ['updated: 2026-03-07'],
    ['updated: 2026-03-09T10:00+05:00'],
    ['corrections: [{date: 2026-03-07, kind: correction, text: The number was wrong.}]'],
  ])('is told by %s', async (field) => {
    rewrite(words(140), [field]);
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    expect(await silent()).toEqual([]);
  });

  it('is not told by what was written before it', async () => {
    rewrite(words(140), ['updated: 2026-03-06']);
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    expect(await silent()).toEqual(SILENT);
  });

  it('is reported before it is committed', async () => {
    rewrite(words(140));
    expect(await silent()).toEqual(SILENT);
  });

  it('is none in a draft, before it was published', async () => {
    rewrite(words(100), ['draft: true']);
    commitAt(publication.folder, '2026-03-05T09:00:00+05:00');
    rewrite(words(140), ['draft: true']);
    commitAt(publication.folder, '2026-03-07T08:00:00+05:00');
    rewrite(words(140));
    commitAt(publication.folder, '2026-03-08T08:00:00+05:00');
    expect(await silent()).toEqual([]);
  });

  it('counts once, where it was made, and not where branches are joined', async () => {
    const { folder } = publication;
    gitIn(folder, ['switch', '--quiet', '--create', 'edit']);
    rewrite(words(140), ['updated: 2026-03-07']);
    commitAt(folder, '2026-03-07T08:00:00+05:00');
    gitIn(folder, ['switch', '--quiet', '-']);
    gitIn(folder, ['merge', '--quiet', '--no-ff', '--message', 'Join', 'edit']);
    expect(await silent()).toEqual([]);
  });

  it('is found in a publication that is a folder of a repository', async () => {
    const { folder } = publication;
    rewrite(words(140));
    const inner = join(folder, 'content');
    mkdirSync(inner);
    for (const name of [
      'articles',
      'authors',
      'pages',
      'media',
      'rates',
      'site.yml',
      'sections.yml',
    ]) {
      renameSync(join(folder, name), join(inner, name));
    }
    commitAt(folder, '2026-03-05T09:00:00+05:00');
    publication.write(`content/${NEW}`, article(words(40)));
    commitAt(folder, '2026-03-09T09:00:00+05:00');
    await sync(publication.database, new FolderTree(inner));
    const found = silentChanges({ database: publication.database, root: inner });
    expect(found.map(brief)).toEqual(SILENT);
  });

  it('is not looked for without Git', async () => {
    rewrite(words(140));
    expect(await silent()).toEqual(SILENT);
    publication.removeIfThere('.git');
    expect(await silent()).toEqual([]);
  });
});
