import { createHash } from 'node:crypto';
import { type RenderContext, renderBody } from '@/lib/content/markdown';
import { routes } from '@/lib/site/routes';
import { articleBody } from './generate/body';
import { Random } from './generate/random';
import { Words } from './generate/words';
import { mean } from './statistics';

/** Fixed work, timed beside what is measured: it tells how fast the machine was at that moment. */
export interface Yardstick {
  /** Milliseconds to hash 64 MB with SHA-256. */
  readonly hash: number;
  /** Milliseconds to render one fixed Markdown body, mean of many. */
  readonly body: number;
}

const HASHED_BYTES = 64 * 1024 * 1024;
const CHUNK = Buffer.alloc(1024 * 1024, 'saxaul');
const RENDERINGS = 200;

const CONTEXT: RenderContext = {
  lang: 'en',
  picture: () => ({
    src: routes.media('picture.jpg'),
    name: 'picture.jpg',
    width: 1200,
    height: 800,
    hash: ''.padEnd(64, '0'),
    tint: '888-444',
  }),
  labels: {
    footnotes: 'Notes',
    backToText: 'Back to the text',
    table: 'Table',
    externalEmbed: (host) => `Open on ${host}`,
  },
};

let isWarm = false;

/** Times the fixed work; the first call warms the program up before it. */
export function measureYardstick(): Yardstick {
  const random = new Random(7);
  const body = articleBody(random, new Words(random), {
    earlier: [],
    pictures: ['media/picture.jpg'],
  });
  if (!isWarm) render(body);
  isWarm = true;
  return { hash: timed(hash), body: timed(() => render(body)) / RENDERINGS };
}

/** One yardstick of two: those taken before and after what they stand beside. */
export function meanOfYardsticks(a: Yardstick, b: Yardstick): Yardstick {
  return { hash: mean([a.hash, b.hash]), body: mean([a.body, b.body]) };
}

function render(body: string): void {
  for (let count = 0; count < RENDERINGS; count += 1) renderBody(body, CONTEXT);
}

function hash(): void {
  const sum = createHash('sha256');
  for (let hashed = 0; hashed < HASHED_BYTES; hashed += CHUNK.length) sum.update(CHUNK);
  sum.digest();
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
