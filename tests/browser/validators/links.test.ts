import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, describe, expect, inject, it } from 'vitest';

/** Sizes of pictures: there are hundreds, each is work to make, and pictures.test.ts looks at them. */
const VARIANT = /\/media\/.*-\d+\.(?:avif|webp)$/;

/** Milliseconds; pages are made one after the other. */
const PATIENCE = 240_000;

/** Addresses of every kind that some page links. */
const KINDS: readonly RegExp[] = [
  /^\/articles\/[\w-]+$/,
  /^\/articles\/[\w-]+\.md$/,
  /^\/articles\/[\w-]+\.json$/,
  /^\/api\/oembed\?/,
  /^\/people\/[\w-]+$/,
  /^\/people\/[\w-]+\/feed\.xml$/,
  /^\/sections\/[\w-]+$/,
  /^\/countries\/[\w-]+\/page\/2$/,
  /^\/topics\/[\w-]+$/,
  /^\/archive\/\d{4}\/\d{2}$/,
  /^\/corrections$/,
  /^\/rates\/[a-z]{3}$/,
  /^\/rates\/[a-z]{3}\.csv$/,
  /^\/about$/,
  /^\/feed\.xml$/,
  /^\/opensearch\.xml$/,
  /^\/manifest\.webmanifest$/,
];

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

  it('has been followed, to pages of every kind and to what programs read', () => {
    const reached = links
      .filter(({ state }) => state === LinkState.OK)
      .map(({ url }) => url.slice(inject('address').length));
    const missed = KINDS.filter((kind) => !reached.some((path) => kind.test(path)));
    expect(missed).toEqual([]);
    expect(reached.length).toBeGreaterThan(200);
  });
});
