import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import {
  type Exported,
  filesOf,
  putSmallContent,
  runExport,
  startExport,
} from '@/tests/support/exports';

const ARTICLE = 'articles/2026/02/how-an-official-rate-is-set.md';
const dataDir = temporaryFolder();
const parent = temporaryFolder();
const out = join(parent, 'out');
const contentDir = temporaryFolder();

const run = (...options: string[]) => runExport({ out, contentDir, dataDir }, ...options);
const git = (...values: string[]): string =>
  execFileSync(
    'git',
    ['-c', 'user.name=Editor', '-c', 'user.email=editor@courier.example', ...values],
    {
      cwd: contentDir,
      encoding: 'utf8',
    },
  ).trim();
const read = (path: string): string => readFileSync(join(contentDir, path), 'utf8');
const write = (path: string, text: string): void => writeFileSync(join(contentDir, path), text);

function commit(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

/** Names of files that two exports do not have alike; what stands beside the search index is its own affair. */
function differing(one: ReadonlyMap<string, Buffer>, other: ReadonlyMap<string, Buffer>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  return [...names]
    .filter((name) => !name.startsWith('search/'))
    .filter((name) => !one.get(name)?.equals(other.get(name) ?? Buffer.alloc(0)));
}

/** What an export from nothing holds, with the same data but in another folder. */
async function fromScratch(): Promise<ReadonlyMap<string, Buffer>> {
  const fresh = join(parent, 'fresh');
  rmSync(fresh, { recursive: true, force: true });
  const { status, log } = await runExport({ out: fresh, contentDir, dataDir });
  expect(log).not.toMatch(/could not be made/);
  expect(status).toBe(0);
  const files = filesOf(fresh);
  rmSync(fresh, { recursive: true });
  return files;
}

const made = ({ log }: Exported): number => Number(/(\d+) made/.exec(log)?.[1]);

let first = '';

beforeAll(async () => {
  await putSmallContent(contentDir);
  git('init', '--quiet', '--initial-branch', 'main');
  first = commit('The publication');
});

describe('an export', () => {
  it('goes on where it was killed, and leaves no half files', async () => {
    const { child, done } = startExport({ out, contentDir, dataDir });
    const isUnderWay = () =>
      existsSync(join(out, 'articles')) && existsSync(join(out, 'index.html'));
    while (!isUnderWay() && child.exitCode === null) await sleep(20);
    child.kill('SIGKILL');
    await done;
    // Its own processes end when they hear no more of it.
    await sleep(500);
    const begun = filesOf(out);
    expect(begun.size).toBeGreaterThan(0);
    const times = new Map(
      [...begun.keys()].map((name) => [name, statSync(join(out, name)).mtimeMs]),
    );
    const { status, log } = await run();
    expect(status).toBe(0);
    expect(log).toMatch(/^Exported \d+ files/m);
    const kept = [...times].filter(([name, time]) => statSync(join(out, name)).mtimeMs === time);
    expect(kept.length).toBeGreaterThan(0);
    expect(existsSync(join(out, '.saxaul', 'unfinished'))).toBe(false);
    expect(differing(filesOf(out), await fromScratch())).toEqual([]);
  });

  it('makes next to nothing where nothing has changed', async () => {
    const before = filesOf(out);
    const again = await run();
    expect(again.status).toBe(0);
    // News of the last two days go by the clock.
    expect(made(again)).toBe(1);
    expect(differing(before, filesOf(out))).toEqual([]);
  });

  it('refuses a folder that holds something else, and one within the content', async () => {
    const other = join(parent, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'Chapter 1');
    const refused = await runExport({ out: other, contentDir, dataDir });
    expect([refused.status, refused.log]).toEqual([1, expect.stringContaining('is not empty')]);
    expect(readFileSync(join(other, 'thesis.txt'), 'utf8')).toBe('Chapter 1');
    const within = await runExport({ out: join(contentDir, 'out'), contentDir, dataDir });
    expect([within.status, within.log]).toEqual([1, expect.stringContaining('lie within')]);
    expect(existsSync(join(contentDir, 'out'))).toBe(false);
  });
});

describe('an export after an edit', () => {
  it('writes what shows the edited article, and nothing else', async () => {
    const before = filesOf(out);
    write(ARTICLE, read(ARTICLE).replace(/\s*$/, '\n\nA sentence that nobody had read before.\n'));
    const second = commit('Say more');
    const edited = await run('--since', first);
    expect(edited.status).toBe(0);
    const changed = differing(before, filesOf(out)).filter((name) => !/\.(?:br|gz)$/.test(name));
    expect(changed).toContain('articles/how-an-official-rate-is-set.html');
    expect(changed).toContain('articles/how-an-official-rate-is-set.md');
    expect(changed).not.toContain('index.html');
    expect(made(edited)).toBeLessThan(60);
    const addresses = edited.list.trim().split('\n');
    expect(addresses).toContain('/articles/how-an-official-rate-is-set');
    expect(addresses).toContain('/search/index/since.json');
    expect(addresses.filter((path) => !path.startsWith('/search/'))).toHaveLength(changed.length);
    const since = JSON.parse(readFileSync(join(out, 'search', 'index', 'since.json'), 'utf8'));
    expect(since.records).toHaveLength(1);
    expect(since.records[0].text).toContain('nobody had read before');
    expect(differing(filesOf(out), await fromScratch())).toEqual([]);
    const nothing = await run('--since', second, '--as', 'files', '--list', join(parent, 'list'));
    expect(readFileSync(join(parent, 'list'), 'utf8')).toBe('');
    expect(nothing.list).toBe('');
    const unknown = await run('--since', 'abc123');
    expect([unknown.status, unknown.log]).toEqual([
      1,
      expect.stringContaining('no export of abc123'),
    ]);
  });

  it('removes what is gone, and every page that lists it is made anew', async () => {
    const last = git('rev-parse', 'HEAD');
    git('rm', '--quiet', ARTICLE);
    commit('Withdraw it');
    const { status, list } = await run('--since', last, '--as', 'files');
    expect(status).toBe(0);
    for (const end of ['.html', '.html.br', '.html.gz', '.md', '.json', '/history.html']) {
      expect(existsSync(join(out, `articles/how-an-official-rate-is-set${end}`)), end).toBe(false);
    }
    expect(list).toContain('articles/how-an-official-rate-is-set.html\n');
    expect(differing(filesOf(out), await fromScratch())).toEqual([]);
  });

  it('follows headlines, names, sections, front page and redirects, each as an export from nothing', async () => {
    const glacier = 'articles/2026/09/a-year-in-the-life-of-a-glacier.md';
    const steps: (() => void)[] = [
      () => git('checkout', '--quiet', first, '--', ARTICLE),
      () => write(glacier, read(glacier).replace(/^title: .*$/m, 'title: The glacier, once more')),
      () =>
        write(
          'authors/aliya-haidar.md',
          read('authors/aliya-haidar.md').replace(/^role: .*$/m, 'role: Editor'),
        ),
      () =>
        write('redirects.yml', `${read('redirects.yml')}\n- from: /old/glacier\n  to: /people\n`),
      () =>
        write(
          glacier,
          read(glacier).replace(/^topics:(?: .*)?(?:\n +- .*)*$/m, 'topics: [a-topic-of-its-own]'),
        ),
    ];
    for (const [index, step] of steps.entries()) {
      step();
      commit(`Edit ${index}`);
      const { status, log } = await run();
      expect([status, log]).toEqual([0, expect.not.stringMatching(/nothing answers/)]);
    }
    expect(differing(filesOf(out), await fromScratch())).toEqual([]);
    expect(existsSync(join(out, 'topics', 'a-topic-of-its-own.html'))).toBe(true);
    expect(existsSync(join(out, 'old', 'glacier.html'))).toBe(true);
  });

  it('says which page cannot be made, and removes nothing', async () => {
    const before = [...filesOf(out).keys()];
    write('pages/404.md', '---\ntitle: Another\n---\n\nText.\n');
    git('rm', '--quiet', 'pages/privacy.md');
    const { status, log } = await run();
    expect([status, log]).toEqual([
      1,
      expect.stringMatching(/\/404 .*would both be the file 404\.html/),
    ]);
    expect([...filesOf(out).keys()]).toEqual(before);
  });
});
