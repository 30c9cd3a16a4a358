import { execFileSync } from 'node:child_process';
import { beforeEach, expect, it } from 'vitest';
import { enclosingRepository } from '@/lib/git/enclosing';
import { type Versions, versionsOf } from '@/lib/publishing/history/versions';
import { TestPublication } from '../../fixtures/publication';

const DAM = 'articles/2026/02/dam-opens.md';
const SETTINGS = { timeZone: 'Asia/Almaty', language: 'en' };

let publication: TestPublication;

function commit(subject: string, date: string): void {
  const options = {
    cwd: publication.folder,
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
  };
  execFileSync('git', ['add', '-A'], options);
  const who = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.org'];
  execFileSync('git', [...who, 'commit', '-qm', subject], options);
}

function versions(path = DAM): Versions {
  const enclosing = enclosingRepository(publication.folder);
  if (enclosing === null) throw new Error('there is no repository');
  return versionsOf(enclosing.repository, enclosing.head, { path, shown: null }, SETTINGS);
}

const subjects = (path?: string) => versions(path).versions.map(({ subject }) => subject);

beforeEach(() => {
  publication = TestPublication.sound();
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: publication.folder });
  commit('Write of the dam', '2026-03-20T08:00:00Z');
});

it('are those that readers saw, newest first', () => {
  publication.edit(DAM, 'before sunrise', 'at noon');
  commit('Correct <b>the</b> hour', '2026-03-21T08:00:00Z');
  const { versions: found, isCut } = versions();
  expect(found.map(({ subject }) => subject)).toEqual([
    'Correct <b>the</b> hour',
    'Write of the dam',
  ]);
  expect(isCut).toBe(false);
  expect(found[0]?.at).toEqual({ at: Date.parse('2026-03-21T08:00:00Z'), precision: 'minute' });
  expect(found[0]?.changes?.body.flat()).toContainEqual({ kind: 'added', text: 'at noon' });
  expect(found[1]?.changes).toBeNull();
  expect(JSON.stringify(found)).not.toContain('omebody');
});

it('leave out drafts, broken ones and what no reader sees', () => {
  const sound = publication.text(DAM);
  publication.write(DAM, sound.replace('title:', 'draft: true\ntitle:').replace('sunrise', 'noon'));
  commit('Draft', '2026-03-21T08:00:00Z');
  publication.write(DAM, sound.replace('title:', 'titel:'));
  commit('Break', '2026-03-22T08:00:00Z');
  publication.write(DAM, sound.replace('topics:', '# a remark\ntopics:'));
  commit('Remark', '2026-03-23T08:00:00Z');
  publication.write(DAM, sound.replace('sunrise', 'noon'));
  commit('Mend', '2026-03-24T08:00:00Z');
  expect(subjects()).toEqual(['Mend', 'Write of the dam']);
});

it('are followed over a rename', () => {
  publication.rename(DAM, 'articles/2026/02/dam-gates.md');
  publication.edit('articles/2026/02/dam-gates.md', 'before sunrise', 'at noon');
  commit('Rename', '2026-03-21T08:00:00Z');
  expect(subjects('articles/2026/02/dam-gates.md')).toEqual(['Rename', 'Write of the dam']);
});

it('count as one before the date of the article', () => {
  publication = TestPublication.sound();
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: publication.folder });
  commit('First words', '2025-01-01T08:00:00Z');
  publication.edit(DAM, 'before sunrise', 'at noon');
  commit('Second thoughts', '2025-01-02T08:00:00Z');
  publication.edit(DAM, 'at noon', 'at one');
  commit('Correct', '2026-03-21T08:00:00Z');
  const found = versions().versions;
  expect(found.map(({ subject }) => subject)).toEqual(['Correct', 'Second thoughts']);
  expect(found[1]?.at.at).toBeGreaterThan(Date.parse('2026-01-01T00:00:00Z'));
});
