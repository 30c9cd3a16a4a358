import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Client, ReadingError, type Reply } from './client';
import type { CrowdOptions, CrowdOrder, CrowdWord, Failure, Seen } from './seen';

/** Of those that went wrong, as many as anybody looks at. */
const SHOWN = 40;

/** Share of requests for what nobody keeps. */
const FRESH = 0.2;

const options = workerData as CrowdOptions;
const marks = new Map<string, string>();
const times: number[] = [];
const failures: Failure[] = [];
let failed = 0;
let retried = 0;
let words = 0;
let isStopped = false;

const say = (word: CrowdWord): void => parentPort?.postMessage(word);

/** What tells an answer from another page: the title of a text, all of a picture. */
function markOf({ type, body }: Reply): string {
  if (type.startsWith('image/')) return createHash('sha256').update(body).digest('hex');
  return /<title[^>]*>[^<]*<\/title>|"title": ?"[^"]*"/.exec(body.toString('utf8'))?.[0] ?? '';
}

/** @throws ReadingError where an answer is not what it has to be */
function judge(path: string, word: string | null, reply: Reply): void {
  const { status, body } = reply;
  if (status >= 500) throw new ReadingError('status', `status ${status}`);
  if (word !== null) {
    // An address that there is not has nothing to say of itself.
    if (word === '' ? status === 404 : body.includes(word)) return;
    throw new ReadingError('wrong', `status ${status}, without ${word}`);
  }
  const mark = markOf(reply);
  if (status !== 200 || mark !== marks.get(path)) {
    throw new ReadingError('wrong', `status ${status}, ${mark} for ${marks.get(path)}`);
  }
}

async function readOnce(client: Client, path: string, word: string | null): Promise<void> {
  const begun = performance.now();
  try {
    const reply = await client.read(path).catch((error: unknown) => {
      if (!(error instanceof ReadingError) || !error.isStale) throw error;
      retried += 1;
      return client.read(path);
    });
    judge(path, word, reply);
  } catch (error) {
    failed += 1;
    const kind = error instanceof ReadingError ? error.kind : 'cut off';
    const detail = error instanceof Error ? error.message : String(error);
    if (failures.length < SHOWN) failures.push({ kind, path, detail, at: Date.now() });
    // One that is refused at once would else ask ten thousand times a second.
    await sleep(20);
  }
  times.push(performance.now() - begun);
}

async function read(reader: number): Promise<void> {
  const client = new Client(options.address, options.patience);
  // Each begins at another place, so that all of it is read from the start.
  for (let turn = reader * 7; !isStopped; turn += 1) {
    const isFresh = options.fresh.length > 0 && Math.random() < FRESH;
    if (isFresh) {
      words += 1;
      const word = `zz${words.toString(36)}zz`;
      const pattern = options.fresh[turn % options.fresh.length] ?? '';
      await readOnce(client, pattern.replaceAll('{}', word), pattern.includes('{}') ? word : '');
    } else await readOnce(client, options.paths[turn % options.paths.length] ?? '/', null);
    await sleep(options.rest);
  }
  client.close();
}

async function learn(): Promise<void> {
  const client = new Client(options.address, 60_000);
  for (const path of options.paths) {
    const reply = await client.read(path);
    if (reply.status !== 200) throw new Error(`${path} answers ${reply.status}`);
    marks.set(path, markOf(reply));
  }
  client.close();
}

function seen(): Seen {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    requests: times.length,
    failed,
    failures,
    retried,
    slowest: sorted.at(-1) ?? 0,
    p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
}

async function run(): Promise<void> {
  await learn();
  const readers = Array.from({ length: options.readers }, (_, reader) => read(reader));
  parentPort?.on('message', (order: CrowdOrder) => {
    isStopped = order === 'stop';
    if (order === 'look') return say({ kind: 'seen', seen: seen() });
    Promise.all(readers).then(() => {
      say({ kind: 'seen', seen: seen() });
      parentPort?.close();
    });
  });
  say({ kind: 'ready' });
}

run().catch((error: unknown) => {
  say({ kind: 'broken', reason: error instanceof Error ? error.message : String(error) });
  parentPort?.close();
});
