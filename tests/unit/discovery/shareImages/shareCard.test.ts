import fc from 'fast-check';
import satori from 'satori';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawCard } from '@/lib/discovery/shareImages/draw';
import { shareFonts } from '@/lib/discovery/shareImages/fonts';
import { column } from '@/lib/discovery/shareImages/layout';
import {
  cardHash,
  readShareImage,
  type ShareCard,
  shareImage,
} from '@/lib/discovery/shareImages/shareCard';
import { anyText } from '@/tests/fixtures/anyText';

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

describe('a picture to share', () => {
  it('has every letter of the region', async () => {
    const letters = [...'әғқңөүұһіӣӯҷҳўӘҒҚҢӨҮҰҺІӢӮҶҲЎşçýňäöüžŞÇÝŇÄÖÜŽʻ’ЁёъЩщ'];
    const drawn = new Set<string>();
    for (const title of letters) {
      const card = { ...CARD, kicker: '', note: '', title };
      const options = { width: 400, height: 200, fonts: [...shareFonts()] };
      drawn.add(await satori(column(card, 'Courier', 400, 200) as never, options));
    }
    // Letters that the font lacks would all be the same box.
    expect(drawn.size).toBe(letters.length);
  });

  it('is made of any words', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, anyText, anyText, async (kicker, title, note, site) => {
        const bytes = await drawCard({ ...CARD, kicker, title, note, picture: null }, site, null);
        expect((await sharp(bytes).metadata()).width).toBe(1200);
      }),
      { numRuns: 12 },
    );
  });
});
