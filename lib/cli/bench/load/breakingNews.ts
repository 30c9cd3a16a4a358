import { PageClient } from '../fetchPage';
import { FIXTURE_ARTICLE, FIXTURE_PAGES } from '../fixture';
import { Random } from '../generate/random';
import { memoryOf } from '../processFacts';
import type { RunningSite } from '../site';
import { mean } from '../statistics';

export interface NewsResult {
  readonly requests: number;
  /** Answers with a status from 500 on, or none. */
  readonly faults: number;
  /** Memory of the server in bytes: at the start, in the middle fifth and in the last. */
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

const READERS = 16;
const SAMPLE = 500;

/**
 * Many read one article, some other pages, a few what does not exist, and links from elsewhere
 * bring queries of all kinds: the mixture of a crowd. Pages go stale and are made anew meanwhile.
 * @param duration milliseconds
 */
export async function breakingNews(
  { address, pid }: Pick<RunningSite, 'address' | 'pid'>,
  duration: number,
): Promise<NewsResult> {
  const random = new Random(11);
  const others = FIXTURE_PAGES.map(({ path }) => path);
  const memory: number[] = [];
  const sampling = setInterval(() => memory.push(memoryOf(pid).now ?? 0), SAMPLE);
  const end = performance.now() + duration;
  let requests = 0;
  let faults = 0;
  const read = async (): Promise<void> => {
    const client = new PageClient(address);
    while (performance.now() < end) {
      const status = await client.get(choose(random, others, requests)).then(
        (page) => page.status,
        () => 0,
      );
      requests += 1;
      if (status === 0 || status >= 500) faults += 1;
      if (status === 0) break;
    }
    client.close();
  };
  await Promise.all(Array.from({ length: READERS }, read));
  clearInterval(sampling);
  const part = (from: number, to: number): number => {
    return mean(memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to)));
  };
  return { requests, faults, start: memory[0] ?? 0, middle: part(0.4, 0.6), end: part(0.8, 1) };
}

function choose(random: Random, others: readonly `/${string}`[], count: number): `/${string}` {
  const chance = random.next();
  if (chance < 0.6) return FIXTURE_ARTICLE;
  if (chance < 0.7) return `${FIXTURE_ARTICLE}?utm_source=${count}`;
  if (chance < 0.72) return `/articles/no-such-article-${count % 500}`;
  return others[Math.floor(random.next() * others.length)] ?? '/';
}
