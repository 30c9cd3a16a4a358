import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { plain } from '../../fixtures/pictures';
import { TestPublication } from '../../fixtures/publication';
import { documentOf } from './documents';

let without: TestPublication;
/** Its logo is red and twice as wide as high. */
let withLogo: TestPublication;

beforeEach(async () => {
  without = TestPublication.sound();
  await without.sync();
  withLogo = TestPublication.sound();
  withLogo.write('media/logo.png', await plain(400, 200, '#f00').png().toBuffer());
  withLogo.write('site.yml', `${withLogo.text('site.yml')}\nlogo: media/logo.png\n`);
  await withLogo.sync();
});

async function icon(publication: TestPublication, path: string): Promise<Buffer> {
  const picture = (asked: string) => publication.path(asked);
  const document = await documentOf(publication, path, { picture });
  if (document === null || typeof document.body === 'string') throw new Error(`No icon at ${path}`);
  return Buffer.from(document.body);
}

/** Colour and opacity in the middle of a picture, and at its upper edge. */
async function looks(bytes: Buffer) {
  const { data, info } = await sharp(bytes)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => [...data.subarray(4 * (y * info.width + x)).subarray(0, 4)];
  const half = info.width / 2;
  return { size: [info.width, info.height], middle: at(half, half), edge: at(half, 1) };
}

const RED = [255, 0, 0, 255];
const CLEAR = [0, 0, 0, 0];
const PAPER = [250, 247, 240, 255];

describe('the icons of a publication', () => {
  it.each([
    ['/icons/48.png', 48, CLEAR],
    ['/icons/192.png', 192, CLEAR],
    ['/icons/512.png', 512, CLEAR],
    ['/icons/maskable.png', 512, PAPER],
    ['/apple-touch-icon.png', 180, PAPER],
  ])('with a logo show all of it at %s, whatever its shape', async (path, side, edge) => {
    expect(await looks(await icon(withLogo, path))).toEqual({
      size: [side, side],
      middle: RED,
      edge,
    });
  });

  it('without a logo show the star of the site', async () => {
    const star = sharp('public/icon.svg', { density: 600 }).resize(192);
    const own = await looks(await icon(without, '/icons/192.png'));
    expect(own).toEqual(await looks(await star.png().toBuffer()));
    expect(own.edge).not.toEqual(RED);
  });

  it('have the largest picture of the favicon at the end of it', async () => {
    const favicon = await icon(withLogo, '/favicon.ico');
    const last = 6 + 16 * 2;
    const picture = favicon.subarray(favicon.readUInt32LE(last + 12));
    expect(await looks(picture)).toEqual({ size: [48, 48], middle: RED, edge: CLEAR });
  });

  it('are no others than those', async () => {
    expect(await documentOf(withLogo, '/icons/4096.png')).toBeNull();
    expect(await documentOf(withLogo, '/icons/constructor.png')).toBeNull();
  });
});
