import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '@/tests/support/content';
import { type RunningSite, startSite } from '@/tests/support/server';
import { GitRepository } from '../../fixtures/gitRepository';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';
import { crawl } from './crawl';
import { articleText, newsdays, take } from './newsdays';
import { publish, publishing, textOf } from './newsroom';

const ARTICLES = 50;
const STEPS = 20;
/** Enough to notice what broke; `SEQUENCES=200` is the whole of it. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 1);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
/** Milliseconds for one sequence. */
const PATIENCE = 120_000;

let repository: GitRepository;
let site: RunningSite;

beforeAll(async () => {
  repository = new GitRepository(temporaryFolder());
  for (const [path, content] of Object.entries(SOUND_PUBLICATION)) repository.write(path, content);
  for (let number = 0; number < ARTICLES; number += 1) {
    const name = `valley-${number}`;
    repository.write(
      `articles/2026/0${1 + (number % 9)}/${name}.md`,
      articleText(number * 37, name),
    );
  }
  repository.commit('Begin');
  site = await startSite({ environment: publishing(repository) });
});

afterAll(() => site?.stop());

it(
  `a server that followed every commit shows the same as a fresh one (seed ${SEED})`,
  async () => {
    let known = [...(await crawl(site)).keys()];
    await fc.assert(
      fc.asyncProperty(newsdays(STEPS), async (steps) => {
        for (const step of steps) {
          take(repository, step);
          await publish(site, repository);
          // Pages that were read since are in the cache, and could be kept wrongly.
          const some = known.filter((_, index) => (index + step.pick) % 9 === 0);
          await Promise.all(some.map((path) => textOf(site, path)));
        }
        const fresh = await startSite({ environment: publishing(repository) });
        try {
          const [followed, anew] = [await crawl(site), await crawl(fresh)];
          known = [...anew.keys()];
          expect([...followed.keys()].sort()).toEqual([...anew.keys()].sort());
          for (const [path, html] of anew) expect(followed.get(path), path).toBe(html);
        } finally {
          await fresh.stop();
        }
      }),
      // One repository grows through all of them, so that a smaller counterexample would be another one.
      { numRuns: SEQUENCES, seed: SEED, endOnFailure: true },
    );
  },
  SEQUENCES * PATIENCE,
);
