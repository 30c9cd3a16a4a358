import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, describe, expect, inject, it } from 'vitest';

/** Sizes of pictures: there are hundreds, each is work to make, and pictures.test.ts looks at them. */
const VARIANT = /\/media\/.*-\d+\.(?:avif|webp)$/;

/** Milliseconds; pages are made one after the other. */
const PATIENCE = 240_000;

let links: Awaited<ReturnType<LinkChecker['check']>>['links'] = [];

beforeAll(async () => {
  const address = inject('address');
  const { links: found } = await new LinkChecker().check({
    path: address,
    recurse: true,
    concurrency: 4,
    // Addresses of the site end without a slash, and are no folders.
    cleanUrls: true,
    checkFragments: true,
    redirects: 'error',
    // Pages name their own address, which is another host's here.
    urlRewriteExpressions: [
      { pattern: new RegExp(`^${inject('publicAddress')}`), replacement: address },
    ],
    linksToSkip: async (link) => !link.startsWith(address) || VARIANT.test(link),
  });
  links = found;
}, PATIENCE);

describe('every link of the site', () => {
  it('leads to what there is, without a detour, and to the place that it names', () => {
    const broken = links.filter(({ state }) => state === LinkState.BROKEN);
    expect(broken.map(({ url, parent, status }) => ({ url, parent, status }))).toEqual([]);
  });

  it('has been followed, to pages of every kind', () => {
    const reached = links.filter(({ state }) => state === LinkState.OK).map(({ url }) => url);
    for (const kind of [
      'articles',
      'people',
      'sections',
      'countries',
      'topics',
      'archive',
      'rates',
    ]) {
      expect(reached).toContainEqual(expect.stringContaining(`/${kind}/`));
    }
    expect(reached.length).toBeGreaterThan(200);
  });
});
