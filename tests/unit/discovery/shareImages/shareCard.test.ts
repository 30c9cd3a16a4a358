import { describe, expect, it } from 'vitest';
import {
  cardHash,
  readShareImage,
  type ShareCard,
  shareImage,
} from '@/lib/discovery/shareImages/shareCard';

const PICTURE = {
  src: '/media/a.png',
  name: 'a.png',
  width: 1600,
  height: 900,
  hash: 'ab'.repeat(32),
  tint: null,
} as const;

const CARD: ShareCard = {
  kicker: 'Society',
  title: 'A river rises',
  note: 'Aliya Haidar',
  picture: PICTURE,
  focus: null,
  isPortrait: false,
};

describe('the address of a picture to share', () => {
  it('changes with everything that stands on it', () => {
    const others: ShareCard[] = [
      { ...CARD, kicker: 'Politics' },
      { ...CARD, title: 'A river falls' },
      { ...CARD, note: '' },
      { ...CARD, picture: null },
      { ...CARD, picture: { ...PICTURE, hash: 'cd'.repeat(32) } },
      { ...CARD, focus: [0, 1] },
      { ...CARD, isPortrait: true },
    ];
    const hashes = [CARD, ...others].map((card) => cardHash('Courier', card));
    expect(new Set([...hashes, cardHash('Post', CARD)]).size).toBe(others.length + 2);
    expect(cardHash('Courier', { ...CARD, picture: { ...PICTURE, width: 1 } })).toBe(hashes[0]);
  });

  it.each(['/articles/dam', '/', '/people/aliya', '/archive/2026/11', '/about'] as const)(
    'of %s reads back',
    (page) => {
      const site = { site: { name: 'Courier' }, siteUrl: 'https://courier.example' };
      const { url } = shareImage(site, page, CARD);
      const path = url.slice(site.siteUrl.length) as `/${string}`;
      expect(readShareImage(path)).toEqual({ page, hash: cardHash('Courier', CARD) });
    },
  );
});
