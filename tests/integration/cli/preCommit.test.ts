import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { folderOf } from '../../fixtures/folder';
import { gitIn } from '../../fixtures/git';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { article } from '../badInput/case';
import { ROOT } from './command';

const NEW = 'content/articles/2026/03/bad.md';

let folder: string;

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

/** Commits what is staged, as an editor does; the hook may refuse it. */
function commit(): { code: number | null; said: string } {
  const args = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', 'commit', '--message', 'E'];
  const run = spawnSync('git', args, {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, GIT_DIR: undefined, GIT_INDEX_FILE: undefined, NODE_OPTIONS: undefined },
  });
  return { code: run.status, said: run.stdout + run.stderr };
}

describe('the hook before a commit', () => {
  beforeEach(() => {
    const files = Object.entries(SOUND_PUBLICATION).map(([path, text]) => [
      `content/${path}`,
      text,
    ]);
    const check = `node ${join(ROOT, 'lib/cli/run.mjs')} check`;
    const own = { 'package.json': JSON.stringify({ scripts: { check } }) };
    folder = folderOf({ ...Object.fromEntries(files), ...own });
    gitIn(folder, ['init', '--quiet']);
    mkdirSync(join(folder, '.githooks'));
    copyFileSync(join(ROOT, 'docs/examples/pre-commit'), join(folder, '.githooks/pre-commit'));
    chmodSync(join(folder, '.githooks/pre-commit'), 0o755);
    gitIn(folder, ['add', '--all']);
    gitIn(folder, ['commit', '--quiet', '--message', 'All']);
    gitIn(folder, ['config', 'core.hooksPath', '.githooks']);
  });

  it('refuses content with errors, and says which', () => {
    write(NEW, article('Text.', ['titel: x']));
    gitIn(folder, ['add', '--all']);
    const { code, said } = commit();
    expect(code).toBe(1);
    expect(said).toContain('articles/2026/03/bad.md:7:1 error unknown-field');
    expect(said).toContain('The commit is refused');
  });

  it('looks at what is staged, not at what else lies in the folder', () => {
    write(NEW, article());
    gitIn(folder, ['add', '--all']);
    write(NEW, article('Text.', ['titel: x']));
    expect(commit().code).toBe(0);
  });

  it('leaves commits without content alone', () => {
    write('package.json', JSON.stringify({ scripts: { check: 'exit 1' } }));
    gitIn(folder, ['add', '--all']);
    expect(commit().code).toBe(0);
  });
});
