import { createHash } from 'node:crypto';
import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readMedia } from '@/lib/images/read';
import { folderOf } from '../../fixtures/folder';
import { noise, plain, pngClaiming, twoHalves } from '../../fixtures/pictures';

const drawn = () => plain(12, 5);

async function read(name: string, content: Uint8Array | string) {
  return readMedia(join(folderOf({ [name]: content }), name));
}

/** The rule that refuses a file, and what it says. */
async function refusal(name: string, content: Uint8Array | string): Promise<string> {
  const result = await read(name, content);
  return 'refusal' in result ? `${result.refusal.rule}: ${result.refusal.message}` : 'none';
}

async function facts(name: string, content: Uint8Array) {
  const result = await read(name, content);
  if ('refusal' in result) throw new Error(result.refusal.message);
  return result.facts;
}

/** What is expected, where each digit is it or the next one: the halves mix where they meet. */
function near(tint: string | null, expected = 'f00-00f'): string | null {
  const isNear = [...(tint ?? '')].every((digit, at) => {
    const distance = Number.parseInt(digit, 16) - Number.parseInt(expected[at] ?? '', 16);
    return digit === expected[at] || Math.abs(distance) === 1;
  });
  return isNear && tint?.length === expected.length ? expected : tint;
}

describe('readMedia', () => {
  it.each([
    ['png', 'a.png', () => drawn().png()],
    ['jpeg', 'a.jpg', () => drawn().jpeg({ quality: 100 })],
    ['jpeg', 'A.JPEG', () => drawn().jpeg({ quality: 100 })],
    ['webp', 'a.webp', () => drawn().webp({ lossless: true })],
    ['gif', 'a.gif', () => drawn().gif()],
    ['avif', 'a.avif', () => drawn().avif({ lossless: true })],
  ])('measures %s in %s', async (format, name, picture) => {
    const content = await picture().toBuffer();
    const hash = createHash('sha256').update(content).digest('hex');
    // #1a7f86, each channel rounded to one digit.
    const tint = '278-278';
    expect(await facts(name, content)).toEqual({ width: 12, height: 5, format, hash, tint });
  });

  it('measures a picture as it is shown, not as it is stored', async () => {
    const upright = await twoHalves('#f00', '#00f').toBuffer();
    const lying = sharp(upright).rotate(90).withMetadata({ orientation: 8 });
    expect(near((await facts('a.jpg', await lying.jpeg().toBuffer())).tint)).toBe('f00-00f');
    const wide = await drawn().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await facts('a.jpg', wide)).toMatchObject({ width: 5, height: 12 });
  });

  it('has a ground of both halves, in colours that a screen shows', async () => {
    const halves = twoHalves('#ff8800', '#113355');
    expect(near((await facts('a.png', await halves.toBuffer())).tint, 'f80-135')).toBe('f80-135');
    const cmyk = await plain(40, 40, '#fff').toColourspace('cmyk').jpeg().toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    expect(await facts('a.jpg', cmyk)).toMatchObject({ format: 'jpeg', tint: 'fff-fff' });
    const deep = await plain(40, 40, '#336699').toColourspace('rgb16').png().toBuffer();
    expect((await sharp(deep).metadata()).depth).toBe('ushort');
    expect(await facts('a.png', deep)).toMatchObject({ tint: '369-369' });
    const grey = await plain(40, 40, '#777777').greyscale().png().toBuffer();
    expect(await facts('a.png', grey)).toMatchObject({ tint: '777-777' });
  });

  it('has no ground where it would show through', async () => {
    const hole = { create: { width: 9, height: 9, channels: 4 as const, background: '#0000' } };
    const holed = drawn()
      .resize(90, 90)
      .ensureAlpha()
      .composite([{ input: hole, blend: 'in' }]);
    expect(await facts('a.png', await holed.png().toBuffer())).toMatchObject({ tint: null });
    const opaque = await drawn().ensureAlpha().png().toBuffer();
    expect(await facts('a.png', opaque)).toMatchObject({ tint: '278-278' });
  });

  it('takes the first picture of an animation', async () => {
    const frames = await Promise.all(
      ['#ff0000', '#0000ff'].map((colour) => plain(6, 4, colour).png().toBuffer()),
    );
    const film = sharp(frames, { join: { animated: true } });
    for (const [name, content] of [
      ['a.gif', await film.clone().gif().toBuffer()],
      ['a.webp', await film.clone().webp({ lossless: true }).toBuffer()],
    ] as const) {
      expect((await sharp(content).metadata()).pages, name).toBe(2);
      expect(await facts(name, content)).toMatchObject({ width: 6, height: 4, tint: 'f00-f00' });
    }
  });

  it('reads a single pixel', async () => {
    const pixel = await plain(1, 1, '#ffffff').png().toBuffer();
    expect(await facts('a.png', pixel)).toMatchObject({ width: 1, height: 1, tint: 'fff-fff' });
  });
});

describe('readMedia refuses', () => {
  it('a picture whose name says something else than its content', async () => {
    expect(await refusal('a.png', await drawn().jpeg().toBuffer())).toBe(
      "media-type: The file's name says png, its content is jpeg. Rename it, or save it again as png.",
    );
    expect(await refusal('a.jpg', await drawn().png().toBuffer())).toContain('its content is png');
  });

  it.each(['a.svg', 'a.pdf', 'a.html', 'a', 'png'])('%s by its name', async (name) => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    expect(await refusal(name, svg)).toMatch(/^media-type: Pictures are PNG, JPEG/);
  });

  it('a drawing that calls itself a photograph', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect(await refusal('a.png', svg)).toMatch(/^media-type: .*its content is svg/);
  });

  it.each([
    ['a text', 'a.jpg', 'not a picture'],
    ['nothing', 'a.png', ''],
  ])('%s', async (_, name, content) => {
    expect(await refusal(name, content)).toMatch(/^media-unreadable: .* Save it again\.$/);
  });

  it.each([
    ['a.jpg', () => noise(300, 200).jpeg()],
    ['a.png', () => noise(300, 200).png()],
    ['a.webp', () => noise(300, 200).webp()],
    ['a.gif', () => noise(300, 200).gif()],
    ['a.avif', () => noise(300, 200).avif()],
  ])('a file cut short: %s', async (name, picture) => {
    const content = await picture().toBuffer();
    expect(await refusal(name, content)).toBe('none');
    for (const share of [0.5, 0.9]) {
      const cut = content.subarray(0, content.length * share);
      expect(await refusal(name, cut), `${share}`).toMatch(/^media-unreadable: [^\n]*$/);
    }
  });

  it('a small file that claims to be an enormous picture, before it is decoded', async () => {
    for (const [width, height] of [
      [60_000, 60_000],
      [16_000, 6251],
      [16_384, 1],
      [1, 16_384],
    ] as const) {
      const bomb = pngClaiming(width, height);
      expect(bomb.length).toBeLessThan(10_000);
      expect(await refusal('a.png', bomb)).toContain(
        `media-pixels: The picture is ${width} by ${height} pixels`,
      );
    }
  });

  it('a picture that ends before its claim does', async () => {
    expect(await refusal('a.png', pngClaiming(8, 1))).toBe('none');
    expect(await refusal('a.png', pngClaiming(9000, 9000))).toMatch(/^media-unreadable: /);
  });

  it('a file that is too large, without reading it', async () => {
    const folder = folderOf({ 'a.png': await drawn().png().toBuffer() });
    truncateSync(join(folder, 'a.png'), 30_000_001);
    expect(await readMedia(join(folder, 'a.png'))).toMatchObject({
      refusal: { rule: 'media-size' },
    });
  });

  it('a file that is not there', async () => {
    expect(await readMedia(join(folderOf({}), 'a.png'))).toMatchObject({
      refusal: { rule: 'media-unreadable' },
    });
  });
});
