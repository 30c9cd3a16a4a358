import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyOfContent, siteOf } from '@/tests/support/content';
import { naive } from './controls/start';
import { damageArchive, deleteArchive, retitle, titleAt } from './support/breaking';
import { either, IS_LONG } from './support/form';
import { observe, until } from './support/observe';
import { SMALL_CACHE } from './support/reading';

const ARTICLE = 'articles/2026/07/how-to-read-an-opinion-poll.md';
const contentDir = copyOfContent();
const site = siteOf({ contentDir, environment: { PAGE_CACHE: SMALL_CACHE } });
const TIMES = either(1, 5);

const anew = (): number => site().log().split('The archive was made anew').length;

it('the archive is deleted: readers notice nothing, and what is edited then is published', async () => {
  const seen = await observe({
    fault: 'Archive deleted while running',
    address: site().address,
    during: async () => {
      let milliseconds = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const before = anew();
        deleteArchive(site().dataDir);
        milliseconds = await until('an archive', () => anew() > before);
      }
      const title = retitle(contentDir, ARTICLE);
      await until('the edit', async () => (await titleAt(site(), ARTICLE)).includes(title));
      return ['made anew beside the old one, which is read until then', milliseconds];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('the archive is damaged: readers wait for the next one at most', async () => {
  const seen = await observe({
    fault: 'Archive damaged while running',
    address: site().address,
    during: async () => {
      let milliseconds = 0;
      for (let time = 0; time < TIMES; time += 1) {
        const before = anew();
        damageArchive(site().dataDir);
        milliseconds = await until('an archive', () => anew() > before);
        // Damage that comes again at once would be the disk's.
        if (IS_LONG) await new Promise((resolve) => setTimeout(resolve, 11_000));
      }
      return ['kept pages are shown, others wait until it is made anew', milliseconds];
    },
  });
  expect(seen.failures).toEqual([]);
});

it.runIf(IS_LONG)('the archive is cut off: as if it were damaged', async () => {
  const seen = await observe({
    fault: 'Archive truncated while running',
    address: site().address,
    during: async () => {
      const before = anew();
      truncateSync(join(site().dataDir, 'archive.db'), 8192);
      deleteArchive(site().dataDir, '-wal');
      return ['as damaged', await until('an archive', () => anew() > before)];
    },
  });
  expect(seen.failures).toEqual([]);
});

it('without keeping and making anew, readers get faults, or a site without articles', async () => {
  const control = await naive({ keeps: false });
  const paths = ['/feed.xml', '/articles/how-an-official-rate-is-set.md'];
  const seen = await observe({
    fault: '',
    address: control.address,
    paths,
    fresh: [],
    during: async () => {
      deleteArchive(control.dataDir);
      await control.tell('reopen');
      await new Promise((resolve) => setTimeout(resolve, 300));
      return ['', null];
    },
  });
  expect(seen.failed).toBeGreaterThan(0);
  expect(seen.failures[0]?.kind).toBe('wrong');
});
