import { execFileSync } from 'node:child_process';
import { renameSync, utimesSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { PUBLISHED, TestPublication } from '../../fixtures/publication';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';

const DAM = 'articles/2026/02/dam-opens.md';
const VOTE = 'articles/2026/03/budget-vote.md';
const FILES = 16;

let publication: TestPublication;

function git(...args: string[]): string {
  const settings = ['user.name=T', 'user.email=t@example.org', 'core.autocrlf=false'];
  const options = settings.flatMap((setting) => ['-c', setting]);
  return execFileSync('git', [...options, ...args], {
    cwd: publication.folder,
    encoding: 'utf8',
    // The tests may themselves run under Git, as a hook does.
    env: {
      ...process.env,
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
    },
  });
}

function commit(): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Edit');
}

/** Gives every file another time of change, as a fresh checkout does. */
function touchAll(): void {
  for (const path of Object.keys(SOUND_PUBLICATION)) {
    const time = new Date(Date.UTC(2020, 1, 1));
    utimesSync(publication.path(path), time, time);
  }
}

describe('a sync in a Git repository', () => {
  beforeEach(() => {
    publication = TestPublication.sound();
    git('init', '--quiet');
    commit();
  });

  it('reads nothing again after a fresh checkout', async () => {
    expect(await publication.counts()).toEqual([FILES, 0, 0, 0]);
    touchAll();
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
  });

  it('reads an edit before and after it is committed, and a reverted one', async () => {
    await publication.sync();
    publication.edit(DAM, 'before sunrise', 'at noon');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
    commit();
    // The name that Git has for it is new, so it is read once more, and then no more.
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    touchAll();
    expect(await publication.counts()).toEqual([0, 0, 0, FILES]);
    git('checkout', '--quiet', 'HEAD~1', '--', DAM);
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
  });

  it('follows a change of commits', async () => {
    git('checkout', '--quiet', '-b', 'next');
    publication.remove(VOTE);
    publication.edit(DAM, 'Dam opens', 'The dam opens');
    commit();
    expect(await publication.counts()).toEqual([FILES - 1, 0, 0, 0]);
    git('checkout', '--quiet', '-');
    expect(await publication.counts()).toEqual([1, 1, 0, FILES - 2]);
    expect(publication.slugs()).toEqual(PUBLISHED);
    git('checkout', '--quiet', 'next');
    expect(await publication.counts()).toEqual([0, 1, 1, FILES - 2]);
    expect(publication.slugs()).not.toContain('budget-vote');
  });

  it('reads files that Git does not track, and sees them change', async () => {
    await publication.sync();
    publication.write('pages/новое имя.md', 'x');
    publication.write('pages/untracked.md', '---\ntitle: New\n---\n\nText.\n');
    expect(await publication.counts()).toEqual([1, 0, 0, FILES]);
    publication.edit('pages/untracked.md', 'Text.', 'Other.');
    expect(await publication.counts()).toEqual([0, 1, 0, FILES]);
    expect(publication.problems()).toEqual(['pages/новое имя.md:1:1 error file-name']);
  });

  it('reads a file later that was away for a moment', async () => {
    const away = `${publication.folder}-away.md`;
    await publication.sync({
      onProgress: (done) => {
        if (done === 1) renameSync(publication.path(DAM), away);
      },
    });
    renameSync(away, publication.path(DAM));
    expect(publication.problems()).toEqual([`${DAM}:1:1 error unreadable-file`]);
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
    expect(publication.problems()).toEqual([]);
    expect(publication.slugs()).toEqual(PUBLISHED);
  });

  it('knows the publication in a folder of the repository', async () => {
    publication.write('site/content/pages/about.md', '---\ntitle: About\n---\n\nText.\n');
    commit();
    const inner = new TestPublication(publication.path('site/content'), publication.database);
    await inner.sync();
    const time = new Date(0);
    utimesSync(inner.path('pages/about.md'), time, time);
    expect(await inner.counts()).toEqual([0, 0, 0, 1]);
  });
});

describe('a sync without Git', () => {
  it('reads a file again when its time of change moved', async () => {
    publication = TestPublication.sound();
    await publication.sync();
    const time = new Date(0);
    utimesSync(publication.path(DAM), time, time);
    expect(await publication.counts()).toEqual([0, 1, 0, FILES - 1]);
  });
});
