import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '@/lib/server/pages/answer';
import { RenderingPool } from '@/lib/server/rendering/renderingPool';
import { readEnvironment } from '@/lib/site/environment';
import type { SitePath } from '@/lib/site/routes';
import { folderOf } from '../../fixtures/folder';

/** Answers with the number of its thread and how often it was told of something published. */
const PROGRAM = `
import { parentPort, threadId } from 'node:worker_threads';
let published = 0;
parentPort.on('message', ({ id, order }) => {
  if (order === 'published') { published += 1; return; }
  const location = threadId + ' ' + published;
  const answer = { id, result: { kind: 'redirect', status: 308, location } };
  setTimeout(() => parentPort.postMessage(answer), order.path === '/slow' ? 100 : 0);
});
parentPort.postMessage({ ready: true });
`;
/** Comes up but for the first time. */
const ONCE = `
import { existsSync, writeFileSync } from 'node:fs';
const mark = new URL('begun', import.meta.url);
if (existsSync(mark)) throw new Error('no memory left');
writeFileSync(mark, '');
${PROGRAM}`;

/** Ends over a page, over one of them the first time alone. */
const MORTAL = `
import { existsSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
const mark = new URL('met', import.meta.url);
parentPort.on('message', ({ id, order: { path } }) => {
  if (path === '/deadly') process.exit(3);
  if (path === '/unlucky' && !existsSync(mark)) {
    writeFileSync(mark, '');
    process.exit(3);
  }
  parentPort.postMessage({ id, result: { kind: 'redirect', status: 308, location: 'made' } });
});
parentPort.postMessage({ ready: true });
`;

const started: RenderingPool[] = [];

afterEach(async () => {
  for (const pool of started.splice(0)) await pool.stop();
  vi.restoreAllMocks();
});

async function start(size: number, program = PROGRAM): Promise<RenderingPool> {
  const folder = folderOf({ 'program.mjs': program });
  const environment = readEnvironment({}, folder);
  const pool = await RenderingPool.start({
    program: join(folder, 'program.mjs'),
    root: folder,
    environment,
  });
  started.push(pool);
  await pool.grow(size);
  return pool;
}

async function say(pool: RenderingPool, ...paths: readonly SitePath[]): Promise<string[][]> {
  const answers: Answer[] = await Promise.all(paths.map((path) => pool.make(path)));
  return answers.map((answer) => (answer.kind === 'redirect' ? answer.location.split(' ') : []));
}

const threads = (said: string[][]): number => new Set(said.map(([thread]) => thread)).size;

describe('the threads that make pages', () => {
  it('make one page each, so that none waits for a slow one', async () => {
    const pool = await start(2);
    const slow = say(pool, '/slow');
    const quick = [...(await say(pool, '/')), ...(await say(pool, '/'))];
    expect(threads(quick)).toBe(1);
    expect(threads([...quick, ...(await slow)])).toBe(2);
  });

  it('are one where there is one core', async () => {
    expect(threads(await say(await start(1), '/slow', '/', '/'))).toBe(1);
  });

  it('all hear of what was published', async () => {
    const pool = await start(2);
    const before = await say(pool, '/slow', '/slow');
    pool.announce();
    const after = await say(pool, '/slow', '/slow');
    const heard = (said: string[][]) => said.map(([, times]) => Number(times)).sort();
    expect(heard(after)).toEqual(heard(before).map((times) => times + 1));
  });

  it('are those that came up', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const pool = await start(2, ONCE);
    expect(threads(await say(pool, '/slow', '/slow'))).toBe(1);
    expect(console.error).toHaveBeenCalled();
  });

  it('make a page on another where one ends over it, and none of it after two', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const pool = await start(2, MORTAL);
    expect(await say(pool, '/unlucky')).toEqual([['made']]);
    expect(await pool.make('/deadly')).toEqual({ kind: 'fault', cause: 'lost' });
    // Asked of no thread any more.
    expect(await pool.make('/deadly')).toEqual({ kind: 'fault' });
    expect(await say(pool, '/')).toEqual([['made']]);
  });
});
