import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type MadeFile, Manifest } from '@/lib/server/export/manifest/manifest';
import {
  forgetPlan,
  notePlan,
  notePlanned,
  plannedBy,
  unneeded,
} from '@/lib/server/export/manifest/planned';
import { duePlan } from '@/lib/server/export/plan/duePlan';
import { planOf, type Target, targetAt } from '@/lib/server/export/plan/plan';
import type { PlanSources } from '@/lib/server/export/plan/sources';
import type { SitePath } from '@/lib/site/routes';
import { temporaryFolder } from '@/tests/support/content';

const SOURCES: PlanSources = {
  own: ['/robot.svg'],
  indexNowKey: null,
  pages: [],
  correctionPages: 1,
  perPage: 20,
  lists: [{ kind: 'topic', path: '/topics/water', total: 2 }],
  articles: { published: 'river-levels\nold-dam', withHistory: 'river-levels' },
};
const CARD = '/share/river-levels.jpg';

const folder = temporaryFolder();
let manifest: Manifest;
let count = 0;

beforeEach(() => {
  count += 1;
  manifest = Manifest.open(join(folder, `${count}.db`));
});

const due = (sources = SOURCES, isWhole = false): string[] =>
  duePlan(manifest, sources, isWhole).due.map(({ target }) => target.address);

function put(target: Target, needs: readonly SitePath[] = []): void {
  const made: MadeFile = { ...target, hash: 'h', shown: ['site'], needs, links: [] };
  manifest.write(() => manifest.put(made, 1));
}

/** As after an export of all of it, in which the page of an article needs a picture. */
function makeAll(): void {
  const { name, addresses } = duePlan(manifest, SOURCES, false);
  for (const target of planOf(SOURCES)) {
    put(target, target.address === '/articles/river-levels' ? [CARD] : []);
  }
  put(targetAt(CARD));
  notePlanned(manifest, addresses ?? []);
  notePlan(manifest, name);
}

describe('what is due', () => {
  it('is the whole plan at first, with the forms of each article and the history of those that have one', () => {
    expect(due()).toEqual(planOf(SOURCES).map(({ address }) => address));
    expect(due()).toEqual(
      expect.arrayContaining([
        '/robot.svg',
        '/topics/water',
        '/topics/water/feed.xml',
        '/articles/river-levels',
        '/articles/river-levels.md',
        '/articles/river-levels.json',
        '/articles/river-levels/history',
        '/articles/old-dam',
      ]),
    );
    expect(due()).not.toContain('/articles/old-dam/history');
  });

  it('is what was outdated, where the plan is as it was, also of what only others need', () => {
    makeAll();
    expect(due()).toEqual([]);
    manifest.outdateAt(['/articles/old-dam', CARD]);
    expect(due()).toEqual(['/articles/old-dam', CARD]);
    const { has } = duePlan(manifest, SOURCES, false);
    expect([has('/articles/old-dam'), has(CARD), has('/articles/none')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is what another plan has beside, and a page whose history came', () => {
    makeAll();
    expect(
      due({
        ...SOURCES,
        articles: {
          published: 'river-levels\nold-dam\nnew-dam',
          withHistory: 'old-dam\nriver-levels',
        },
      }),
    ).toEqual([
      '/articles/old-dam',
      '/articles/old-dam/history',
      '/articles/new-dam',
      '/articles/new-dam.md',
      '/articles/new-dam.json',
    ]);
  });

  it('is asked of the whole plan again where an export was broken off', () => {
    makeAll();
    manifest.run('DELETE FROM file WHERE address = ?', '/articles/old-dam');
    expect(due()).toEqual([]);
    forgetPlan(manifest);
    expect(plannedBy(manifest)).toBeNull();
    expect(due()).toEqual(['/articles/old-dam']);
  });

  it('has files by the names that they have now, where everything is made anew', () => {
    makeAll();
    manifest.run("UPDATE file SET file = 'elsewhere.html' WHERE address = ?", '/articles/old-dam');
    manifest.outdateAll();
    const [order] = duePlan(manifest, SOURCES, true).due.filter(
      ({ target }) => target.address === '/articles/old-dam',
    );
    expect(order).toMatchObject({ target: { file: 'articles/old-dam.html' }, hash: null });
  });
});

describe('what nobody needs', () => {
  it('is neither in the plan nor named by a file', () => {
    makeAll();
    expect(unneeded(manifest, null)).toEqual([]);
    put(targetAt('/articles/river-levels'));
    expect(unneeded(manifest, null).map(({ address }) => address)).toEqual([CARD]);
    notePlanned(manifest, ['/articles/river-levels']);
    expect(unneeded(manifest, null).map(({ address }) => address)).toContain('/articles/old-dam');
    expect(unneeded(manifest, null).map(({ address }) => address)).not.toContain(
      '/articles/river-levels',
    );
  });

  it('is looked for among what files gave up, where the plan is as it was', () => {
    makeAll();
    const among = (): string[] =>
      unneeded(manifest, manifest.released).map(({ address }) => address);
    expect(among()).toEqual([]);
    put(targetAt('/articles/river-levels'));
    expect(among()).toEqual([CARD]);
    put(targetAt('/articles/old-dam'), [CARD]);
    expect(among()).toEqual([]);
    const dam = manifest.fileAt('/articles/old-dam');
    if (dam) manifest.write(() => manifest.remove(dam, 2));
    expect(among()).toEqual([CARD]);
  });
});
