import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp, { type Region } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawCard } from '@/lib/discovery/shareImages/draw';
import type { ShareCard } from '@/lib/discovery/shareImages/shareCard';
import { anyText } from '@/tests/fixtures/anyText';

const CARD: ShareCard = {
  kicker: 'Жамият',
  title: 'A river rises',
  note: 'Айгүл Төлөгөнқызы, Оғабек Қўчқоров',
  picture: { src: '/media/a.png', name: 'a.png', width: 1600, height: 900, hash: '', tint: null },
  focus: null,
  isPortrait: false,
};

const folder = mkdtempSync(join(tmpdir(), 'share-'));
/** Red on its left half, blue on its right, and more than any photograph has to say. */
const HALVES = join(folder, 'halves.png');
const NOISE = join(folder, 'noise.png');
/** Of one channel, and of four. */
const GREY = join(folder, 'grey.png');
const CLEAR = join(folder, 'clear.png');

beforeAll(async () => {
  const raw = { width: 1600, height: 900, channels: 3 } as const;
  const blue = { create: { ...raw, width: 800, background: '#00f' } };
  await sharp({ create: { ...raw, background: '#f00' } })
    .composite([{ input: blue, left: 800, top: 0 }])
    .toFile(HALVES);
  const grey = sharp({ create: { ...raw, background: '#808080' } });
  await grey.toColourspace('b-w').toFile(GREY);
  await sharp({ create: { ...raw, channels: 4, background: '#0000' } }).toFile(CLEAR);
  await sharp(randomBytes(1600 * 900 * 3), { raw }).toFile(NOISE);
});

/** Mean colour of a part of a card, and whether all of that part has it. */
async function seen(card: Partial<ShareCard>, picture: string | null, region: Region) {
  const bytes = await drawCard({ ...CARD, ...card }, 'Courier', picture);
  const { channels } = await sharp(await sharp(bytes).extract(region).png().toBuffer()).stats();
  const colour = channels.slice(0, 3).map(({ mean }) => Math.round(mean));
  return { colour, isPlain: channels.every(({ min, max }) => max - min < 12) };
}

/** The first and the last column of pixels in a part of a card that a letter covers. */
async function inked(bytes: Uint8Array, region: Region): Promise<[first: number, last: number]> {
  const grey = sharp(bytes).extract(region).greyscale().raw();
  const columns = [...(await grey.toBuffer()).entries()]
    .filter(([, light]) => light < 128)
    .map(([index]) => index % region.width);
  return [Math.min(...columns), Math.max(...columns) + 1];
}

const LONG = `${'Правительство пяти стран региона договорилось о воде '.repeat(3)}г`.padEnd(
  160,
  'о',
);
const HEADLINES = [
  ['of 160 letters', LONG],
  ['of 160 of the widest letters', 'WWWWW MMMM '.repeat(15).trim()],
  ['of one word', 'Қ'.repeat(60)],
  ['of one word that no size is small enough for', 'W'.repeat(160)],
] as const;

describe('a picture to share', () => {
  // Thousandths of the letters' size, by the tables of each file of the font: no other font has the same.
  it.each([
    ['H', 809, 35, 774],
    ['ň', 652, 32, 626],
    ['Ж', 995, 16, 978],
    ['Қ', 705, 35, 706],
  ])('has %s in the font of the publication', async (letter, advance, left, right) => {
    const card = { ...CARD, kicker: '', note: '', title: letter.repeat(10) };
    const bytes = await drawCard({ ...card, picture: null }, 'Courier', null);
    const [first, last] = await inked(bytes, { left: 0, top: 64, width: 1200, height: 120 });
    expect(Math.abs(first - (64 + left * 0.104))).toBeLessThan(1.5);
    expect(Math.abs(last - (64 + 9 * (advance * 0.104 - 1) + right * 0.104))).toBeLessThan(1.5);
  });

  it.each(HEADLINES)('keeps a headline %s within its column', async (_, title) => {
    const beside = { left: 650, top: 0, width: 100, height: 600 };
    const below = { left: 0, top: 482, width: 750, height: 28 };
    for (const region of [beside, below]) {
      expect(await seen({ title }, HALVES, region)).toMatchObject({ isPlain: true });
    }
  });

  it.each([
    ['with a picture', HALVES, 580],
    ['without one', null, 1080],
  ])('shows a headline of 160 letters to its last letter %s', async (_, picture, width) => {
    const words = { left: 60, top: 60, width, height: 420 };
    const [one, other] = await Promise.all(
      ['г', 'ж'].map(async (last) => {
        const bytes = await drawCard({ ...CARD, title: LONG.slice(0, 159) + last }, 'C', picture);
        return sharp(bytes).extract(words).raw().toBuffer();
      }),
    );
    expect(one?.equals(other ?? Buffer.of())).toBe(false);
  });

  it('cuts its picture about the point that an editor named', async () => {
    const place = { left: 800, top: 20, width: 360, height: 560 };
    const at = (x: number) => seen({ focus: [x, 0.5] }, HALVES, place);
    expect(await at(0)).toEqual({ colour: [254, 0, 0], isPlain: true });
    expect(await at(1)).toEqual({ colour: [0, 0, 254], isPlain: true });
  });

  it.each([
    ['one of greys', GREY, [128, 128, 128]],
    ['paper where it is clear', CLEAR, [250, 247, 240]],
  ])('shows %s', async (_, picture, colour) => {
    const middle = { left: 920, top: 150, width: 100, height: 100 };
    for (const isPortrait of [false, true]) {
      const { colour: found, isPlain } = await seen({ isPortrait }, picture, middle);
      expect(isPlain).toBe(true);
      for (const [index, value] of found.entries()) {
        expect(Math.abs(value - (colour[index] ?? 0))).toBeLessThan(3);
      }
    }
  });

  it('leaves the paper beside a portrait as it is', async () => {
    const region = { left: 780, top: 440, width: 400, height: 150 };
    expect(await seen({ isPortrait: true }, NOISE, region)).toMatchObject({ isPlain: true });
  });

  it('is light enough for every messenger, whatever its picture', async () => {
    const bytes = await drawCard({ ...CARD, title: LONG }, 'Courier', NOISE);
    expect(bytes.length).toBeLessThan(300_000);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', height: 630 });
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
