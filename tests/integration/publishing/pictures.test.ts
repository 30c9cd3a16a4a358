import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { pictureFile } from '@/lib/archive/queries/pictures';
import { cropsOf } from '@/lib/images/crops';
import { cropOf, variantAddress, variantOf } from '@/lib/images/variants';
import { pictureFor, pictureHeaders } from '@/lib/publishing/pictures';
import { Publication } from '@/lib/publishing/publication';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';
import { noise } from '../../fixtures/pictures';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';

const NAME = '2026/a bridge, in May.png';

async function opened() {
  const files = { ...SOUND_PUBLICATION, [`media/${NAME}`]: await noise(700, 400).png().toBuffer() };
  const environment = readEnvironment({ CONTENT_DIR: folderOf(files), DATA_DIR: folderOf({}) });
  const publication = Publication.open(environment);
  onTestFinished(() => publication.database.close());
  await publication.sync();
  const picture = publication.read((reader) => pictureFile(reader, `media/${NAME}`));
  if (!picture) throw new Error('The picture is not in the archive');
  const address = (width: number) =>
    decodeURIComponent(variantAddress(variantOf(picture, width, 'avif')).slice(1));
  return { publication, picture, address, ...environment };
}

const cacheOf = (dataDir: string) => join(dataDir, 'images');

describe('pictureFor', () => {
  it('gives a file of the editors, for an hour', async () => {
    const { publication, contentDir } = await opened();
    const answer = await pictureFor(publication, `media/${NAME}`);
    const file = join(contentDir, 'media', NAME);
    expect(answer).toEqual({ file, type: 'image/png', immutable: false });
    expect(answer && pictureHeaders(answer)).toMatchObject({
      'Content-Type': 'image/png',
      'Cache-Control': 'public, max-age=3600, stale-if-error=86400',
    });
  });

  it('makes a variant that a page offers, for ever', async () => {
    const { publication, address, picture, dataDir } = await opened();
    const answer = await pictureFor(publication, address(320));
    const file = join(cacheOf(dataDir), `${picture.hash}-320.avif`);
    expect(answer).toEqual({ file, type: 'image/avif', immutable: true });
    expect((await sharp(file).metadata()).width).toBe(320);
    expect(answer && pictureHeaders(answer)).toEqual({
      'Content-Type': 'image/avif',
      'Cache-Control': 'public, max-age=31536000, immutable',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
  });

  it('makes the crops that search engines are told of, and no others', async () => {
    const { publication, picture } = await opened();
    const crops = cropsOf(picture, [0.9, 0.5]);
    expect(crops.map(({ width, height, at }) => [width, height, at])).toEqual([
      [700, 394, 50],
      [533, 400, 100],
      [400, 400, 100],
    ]);
    for (const crop of crops) {
      const address = (size: typeof crop) =>
        decodeURIComponent(variantAddress(cropOf(picture, size, 'webp')).slice(1));
      const answer = await pictureFor(publication, address(crop));
      const file = answer && 'file' in answer ? answer.file : '';
      const { width, height } = await sharp(file).metadata();
      expect([width, height]).toEqual([crop.width, crop.height]);
      const other = { ...crop, height: crop.height + 1 };
      expect(await pictureFor(publication, address(other))).toBeNull();
    }
  });

  it('makes nothing that no page offers', async () => {
    const { publication, address, dataDir } = await opened();
    const paths = [
      address(321),
      address(940),
      address(701),
      address(320).replace(/\.\w{10}-/, '.0123456789-'),
      address(320).replace('bridge', 'brigde'),
      address(320).replace('.avif', '.png'),
      'media/../site.yml',
      'media/%00',
      'site.yml',
      '',
    ];
    for (const path of paths) expect(await pictureFor(publication, path), path).toBeNull();
    expect(existsSync(cacheOf(dataDir))).toBe(false);
  });

  it('says so where a picture changed or went since the sync, and keeps what was made', async () => {
    const told = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const { publication, address, contentDir, dataDir } = await opened();
    await pictureFor(publication, address(320));
    const file = join(contentDir, 'media', NAME);
    writeFileSync(file, await noise(700, 401).png().toBuffer());
    expect(await pictureFor(publication, address(640))).toBeNull();
    expect(told.mock.calls.flat().join()).toContain(`media/${NAME} cannot be made 640 pixels wide`);
    rmSync(file);
    expect(await pictureFor(publication, address(640))).toBeNull();
    expect(await pictureFor(publication, `media/${NAME}`)).toBeNull();
    expect(await pictureFor(publication, address(320))).toMatchObject({ immutable: true });
    expect(readdirSync(cacheOf(dataDir))).toHaveLength(1);
  });

  it('forgets the addresses of a picture that was replaced', async () => {
    const { publication, address, contentDir } = await opened();
    writeFileSync(join(contentDir, 'media', NAME), await noise(700, 401).png().toBuffer());
    await publication.sync();
    expect(await pictureFor(publication, address(320))).toBeNull();
  });
});
