import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { routes, type SitePath } from '@/lib/site/routes';
import { undoAtExit } from '../cleanUp';
import { PageClient } from '../fetchPage';
import type { GeneratedPublication } from '../generate/publication';
import { Random } from '../generate/random';

/** Name under which the bench runs itself to read. */
export const READERS_TASK = 'readers-task';

/** Requests a second, whatever the answers take. */
export const READING_RATE = 50;
const CONNECTIONS = 16;
const SEED = 23;

/** What is read, the most read first in each list. */
const orderSchema = z.strictObject({
  address: z.string(),
  front: z.string(),
  lists: z.array(z.string()),
  articles: z.array(z.string()),
});

export type ReadingOrder = z.output<typeof orderSchema>;

const resultSchema = z.strictObject({
  requests: z.number(),
  /** Pages that were asked for, each counted once. */
  different: z.number(),
  /** Answers with a status from 500 on, and connections refused or broken. */
  faults: z.number(),
  /** Answers that were neither faults nor the page. */
  missing: z.number(),
  /** Milliseconds from the moment a request was due to its last byte. */
  times: z.array(z.number()),
});

export type ReadingResult = z.output<typeof resultSchema>;

/** Every article, its newest first, and the lists of sections and authors. */
export function readingOrder(address: string, publication: GeneratedPublication): ReadingOrder {
  const { articles, authors, sections } = publication;
  return {
    address,
    front: routes.front(),
    lists: [...sections.map(routes.section), ...authors.map(routes.person)],
    articles: articles.map(({ slug }) => routes.article(slug)).reverse(),
  };
}

/**
 * The next page to read: one in five the front page, one in five a list, all else articles, of
 * which the one of rank n is read about n times as rarely as the newest (Zipf's law).
 */
export function nextPage(order: ReadingOrder, random: Random): SitePath {
  const chance = random.next();
  if (chance < 0.2) return pathOf(order.front);
  const list = chance < 0.4 ? order.lists : order.articles;
  // Ranks drawn evenly on the scale of their logarithms have shares that fall as 1 / rank.
  const rank = Math.floor((list.length + 1) ** random.next());
  return pathOf(list[rank - 1] ?? order.front);
}

function pathOf(text: string): SitePath {
  return `/${text.slice(1)}`;
}

/** Readers in a process of their own. */
export function startReaders(program: string, order: ReadingOrder): () => Promise<ReadingResult> {
  const child = fork(program, [READERS_TASK], { execArgv: [] });
  undoAtExit(() => child.kill('SIGKILL'));
  child.send(order);
  return async () => {
    const message = await new Promise<unknown>((resolve, reject) => {
      child.once('message', resolve);
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The readers ended with code ${code}`)));
      child.send('stop');
    });
    return resultSchema.parse(message);
  };
}

/** Reads as the first message says until the second one comes; then tells what came of it. */
export async function runReaders(): Promise<void> {
  const order = orderSchema.parse(await nextMessage());
  const stopped = nextMessage();
  let isStopped = false;
  stopped.then(() => {
    isStopped = true;
  });
  const random = new Random(SEED);
  const idle = Array.from({ length: CONNECTIONS }, () => new PageClient(order.address));
  const clients = [...idle];
  const paths = new Set<SitePath>();
  const times: number[] = [];
  let faults = 0;
  let missing = 0;
  const read = async (path: SitePath, due: number): Promise<void> => {
    // The one that has waited longest; where all are busy, they take turns.
    const client = clients.shift();
    if (client === undefined) throw new Error('There are no connections');
    clients.push(client);
    const status = await client.get(path).then(
      (page) => page.status,
      () => 0,
    );
    times.push(performance.now() - due);
    if (status === 0 || status >= 500) faults += 1;
    else if (status !== 200) missing += 1;
  };
  const start = performance.now();
  const under: Promise<void>[] = [];
  for (let request = 0; !isStopped; request += 1) {
    const due = start + (request * 1000) / READING_RATE;
    await sleep(Math.max(0, due - performance.now()));
    const path = nextPage(order, random);
    paths.add(path);
    under.push(read(path, due));
  }
  await Promise.all(under);
  for (const client of clients) client.close();
  const result: ReadingResult = {
    requests: times.length,
    different: paths.size,
    faults,
    missing,
    times,
  };
  // What is long is still on its way when `send` returns.
  process.send?.(result, () => process.disconnect?.());
}

function nextMessage(): Promise<unknown> {
  return new Promise((resolve) => process.once('message', resolve));
}
