import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { makeVariant } from '@/lib/images/make';
import { SourceChangedError, type VariantOrder, VariantStore } from '@/lib/images/store';
import { folderOf } from '../../fixtures/folder';
import { noise, plain, twoHalves } from '../../fixtures/pictures';

// Test files share their modules: this one loads its own, and leaves none behind.
vi.hoisted(() => vi.resetModules());
vi.mock('node:fs/promises', async (load) => {
  const actual = await load<typeof import('node:fs/promises')>();
  return { ...actual, rename: vi.fn(actual.rename) };
});
afterAll(() => {
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
});

async function anOrder(facts: Partial<VariantOrder> = {}): Promise<VariantOrder> {
  const content = await noise(64, 48).png().toBuffer();
  const source = join(folderOf({ 'a.png': content }), 'a.png');
  const hash = createHash('sha256').update(content).digest('hex');
  return { source, hash, width: 32, crop: null, format: 'webp', ...facts };
}

function silentErrors() {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => told.mockRestore());
  return told;
}

describe('makeVariant', () => {
  it.each(['avif', 'webp'] as const)('makes %s upright, without metadata', async (format) => {
    const lying = await sharp(await twoHalves('#f00', '#00f').resize(40, 20).toBuffer())
      .rotate(90)
      .withMetadata({ orientation: 8 })
      .jpeg()
      .toBuffer();
    const made = await sharp(
      await makeVariant(lying, { width: 20, crop: null }, format),
    ).metadata();
    expect([made.width, made.height]).toEqual([20, 10]);
    expect([made.exif, made.orientation, made.icc]).toEqual([undefined, undefined, undefined]);
  });

  it.each([
    ['CMYK', () => plain(40, 40, '#fff').toColourspace('cmyk').jpeg()],
    ['16 bits', () => plain(40, 40, '#fff').toColourspace('rgb16').png()],
    ['grey', () => plain(40, 40, '#fff').greyscale().png()],
  ])('makes sRGB of 8 bits of %s', async (_, picture) => {
    const made = sharp(
      await makeVariant(await picture().toBuffer(), { width: 8, crop: null }, 'webp'),
    );
    expect(await made.metadata()).toMatchObject({ space: 'srgb', depth: 'uchar', width: 8 });
    const { data } = await made.raw().toBuffer({ resolveWithObject: true });
    expect(Math.min(...data)).toBeGreaterThan(250);
  });

  it('keeps what is transparent, takes one picture of an animation, and enlarges nothing', async () => {
    const clear = { create: { width: 40, height: 40, channels: 4 as const, background: '#0000' } };
    const png = await sharp(clear).png().toBuffer();
    expect(
      await sharp(await makeVariant(png, { width: 8, crop: null }, 'avif')).stats(),
    ).toMatchObject({
      isOpaque: false,
    });
    const frames = [await plain(6, 4).png().toBuffer(), await plain(6, 4, '#f00').png().toBuffer()];
    const film = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    const still = await sharp(
      await makeVariant(film, { width: 600, crop: null }, 'webp'),
    ).metadata();
    expect([still.pages ?? 1, still.width, still.height]).toEqual([1, 6, 4]);
  });

  it.each([
    [0, 'red'],
    [25, 'red'],
    [75, 'blue'],
    [100, 'blue'],
  ] as const)('cuts a wide picture at %i, where it is %s', async (at, colour) => {
    const wide = await stripes('#f00', '#00f').png().toBuffer();
    const made = sharp(await makeVariant(wide, { width: 40, crop: { height: 40, at } }, 'webp'));
    const { width, height } = await made.metadata();
    expect([width, height]).toEqual([40, 40]);
    const { channels } = await made.stats();
    const [red, , blue] = channels.map(({ mean }) => mean > 200);
    expect({ red, blue }).toEqual({ red: colour === 'red', blue: colour === 'blue' });
  });

  it('cuts an upright picture as it is shown, not as it is stored', async () => {
    const upright = await stripes('#f00', '#00f')
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const top = sharp(
      await makeVariant(upright, { width: 30, crop: { height: 30, at: 0 } }, 'webp'),
    );
    const { channels } = await top.stats();
    expect(channels.map(({ mean }) => mean > 200)).toEqual([true, false, false]);
  });
});

/** A picture four times as wide as high, of two colours side by side. */
function stripes(left: string, right: string) {
  const half = { width: 80, height: 40 };
  return plain(160, 40, left).composite([
    { input: { create: { ...half, channels: 3, background: right } }, left: 80, top: 0 },
  ]);
}

describe('the store of variants', () => {
  it('makes a variant once and then only reads it', async () => {
    const folder = join(folderOf({}), 'images');
    const order = await anOrder();
    const first = await new VariantStore(folder).get(order);
    const name = `${order.hash}-32.webp`;
    expect(first).toEqual({ file: join(folder, name) });
    expect((await sharp(join(folder, name)).metadata()).width).toBe(32);
    const before = statSync(join(folder, name)).mtimeMs;
    rmSync(order.source);
    expect(await new VariantStore(folder).get(order)).toEqual(first);
    expect(statSync(join(folder, name)).mtimeMs).toEqual(before);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('makes what many ask for at the same time once', async () => {
    const folder = folderOf({});
    const order = await anOrder();
    const store = new VariantStore(folder);
    const running = Array.from({ length: 20 }, () => store.get(order));
    expect(new Set(running).size).toBe(1);
    await Promise.all(running);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('answers though the folder cannot be written, and writes again when it can', async () => {
    const told = silentErrors();
    const place = folderOf({ images: 'a file where a folder should be' });
    const folder = join(place, 'images');
    const order = await anOrder();
    const store = new VariantStore(folder);
    const answer = await store.get(order);
    const bytes = 'bytes' in answer ? answer.bytes : new Uint8Array();
    expect((await sharp(bytes).metadata()).width).toBe(32);
    expect(told).toHaveBeenCalledTimes(1);
    expect(told.mock.calls[0]?.[0]).toContain(folder);
    // Kept for a while: a full disk must not cost a making for each request.
    rmSync(order.source);
    expect(await store.get(order)).toEqual({ bytes });
    rmSync(folder);
    const mended = await anOrder();
    expect(await new VariantStore(folder).get(mended)).toHaveProperty('file');
  });

  it('leaves nothing behind where a file cannot be finished', async () => {
    const told = silentErrors();
    const folder = folderOf({});
    vi.mocked(rename).mockRejectedValueOnce(new Error('ENOSPC: no space left on device'));
    expect(await new VariantStore(folder).get(await anOrder())).toHaveProperty('bytes');
    expect(told).toHaveBeenCalledTimes(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a picture that changed, is gone or is broken, and tries again the next time', async () => {
    const store = new VariantStore(folderOf({}));
    const order = await anOrder();
    const content = readFileSync(order.source);
    writeFileSync(order.source, await noise(64, 47).png().toBuffer());
    await expect(store.get(order)).rejects.toThrow(SourceChangedError);
    rmSync(order.source);
    await expect(store.get(order)).rejects.toThrow('ENOENT');
    const broken = content.subarray(0, content.length / 2);
    writeFileSync(order.source, broken);
    const hash = createHash('sha256').update(broken).digest('hex');
    await expect(store.get({ ...order, hash })).rejects.toThrow();
    writeFileSync(order.source, content);
    expect(await store.get(order)).toHaveProperty('file');
  });
});
