import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { RenderingThread } from '@/lib/server/rendering/renderingThread';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';

/** Does as the addresses say: what a real thread does by chance. */
const PROGRAM = `
import { parentPort } from 'node:worker_threads';
parentPort.on('message', ({ id, order: { path } }) => {
  if (path === '/crash') throw new Error('out of order');
  if (path === '/exit') process.exit(3);
  if (path === '/never') return;
  const body = new TextEncoder().encode(path);
  const bodies = { brotli: body, gzip: body, etag: '', policy: '', links: [] };
  const page = { ...bodies, shown: new Set(['site']), steadyFor: 1, size: 1 };
  const result = path === '/page' ? { kind: 'page', page } : { kind: 'missing' };
  // The last come first: answers find those who ordered them.
  setTimeout(() => parentPort.postMessage({ id, result }), path === '/page' ? 20 : 0);
});
parentPort.postMessage({ ready: true });
`;

const started: RenderingThread[] = [];

afterEach(async () => {
  for (const thread of started.splice(0)) await thread.stop();
  vi.restoreAllMocks();
});

async function start(program = PROGRAM, patience = 30_000): Promise<RenderingThread> {
  const folder = folderOf({ 'program.mjs': program });
  const environment = readEnvironment({}, folder);
  const options = { program: join(folder, 'program.mjs'), root: folder, environment, patience };
  const thread = await RenderingThread.start(options);
  started.push(thread);
  return thread;
}

describe('the rendering thread', () => {
  it('gives each answer to who ordered it', async () => {
    const thread = await start();
    const [page, missing] = await Promise.all([thread.make('/page'), thread.make('/else')]);
    expect(missing).toEqual({ kind: 'missing' });
    expect(page.kind === 'page' && page.page.brotli).toEqual(Buffer.from('/page'));
    expect(page.kind === 'page' && page.page.shown.has('site')).toBe(true);
  });

  it.each(['/crash', '/exit'] as const)('is started again when it ends: %s', async (path) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const thread = await start();
    const waiting = thread.make('/never');
    expect(await thread.make(path)).toEqual({ kind: 'fault', cause: 'lost' });
    expect(await waiting).toEqual({ kind: 'fault', cause: 'lost' });
    expect(log).toHaveBeenCalled();
    // Ordered while there is no thread: it waits for the next one.
    expect((await thread.make('/page')).kind).toBe('page');
  });

  it('is cut off when a page takes for ever, and started again', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const thread = await start(PROGRAM, 200);
    expect(await thread.make('/never')).toEqual({ kind: 'fault', cause: 'lost' });
    expect(log.mock.calls.flat().join('\n')).toContain('GET /never: not done in time');
    expect((await thread.make('/page')).kind).toBe('page');
  });

  it('says so where it cannot be started', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    await expect(start('throw new Error("no build");')).rejects.toThrow('no build');
  });
});
