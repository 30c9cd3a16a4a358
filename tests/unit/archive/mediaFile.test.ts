import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { readMedia } from '@/lib/archive/sync/mediaFile';
import { folderOf } from '../../fixtures/folder';

const drawn = (): Sharp =>
  sharp({ create: { width: 12, height: 5, channels: 3, background: '#1a7f86' } });

async function read(name: string, content: Uint8Array | string) {
  return readMedia(join(folderOf({ [name]: content }), name));
}

async function rule(name: string, content: Uint8Array | string): Promise<string> {
  const result = await read(name, content);
  return 'finding' in result ? result.finding.rule : 'none';
}

describe('readMedia', () => {
  it.each([
    ['png', 'a.png', () => drawn().png()],
    ['jpeg', 'a.jpg', () => drawn().jpeg()],
    ['jpeg', 'A.JPEG', () => drawn().jpeg()],
    ['webp', 'a.webp', () => drawn().webp()],
    ['gif', 'a.gif', () => drawn().gif()],
    ['avif', 'a.avif', () => drawn().avif()],
  ])('measures %s in %s', async (format, name, picture) => {
    const facts = { width: 12, height: 5, format };
    expect(await read(name, await picture().toBuffer())).toEqual({ facts });
  });

  it('measures a picture as it is shown, not as it is stored', async () => {
    const turned = await drawn().jpeg().withMetadata({ orientation: 6 }).toBuffer();
    expect(await read('a.jpg', turned)).toEqual({
      facts: { width: 5, height: 12, format: 'jpeg' },
    });
  });

  it('refuses a picture whose name says something else than its content', async () => {
    const result = await read('a.png', await drawn().jpeg().toBuffer());
    expect(result).toMatchObject({
      finding: { line: 1, column: 1, severity: 'error', rule: 'media-type' },
    });
    expect('finding' in result && result.finding.message).toContain(
      'says png, its content is jpeg',
    );
  });

  it.each(['a.svg', 'a.pdf', 'a.html', 'a', 'png'])('refuses %s by its name', async (name) => {
    expect(await rule(name, '<svg xmlns="http://www.w3.org/2000/svg"/>')).toBe('media-type');
  });

  it('does not take a drawing that calls itself a photograph', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect(await rule('a.png', svg)).toBe('media-type');
  });

  it.each([
    ['a text', 'not a picture'],
    ['nothing', ''],
  ])('refuses %s', async (_name, content) => {
    expect(await rule('a.png', content)).toBe('media-unreadable');
  });

  it('refuses a file that is too large, without reading it', async () => {
    const folder = folderOf({ 'a.png': await drawn().png().toBuffer() });
    truncateSync(join(folder, 'a.png'), 30_000_001);
    expect(await readMedia(join(folder, 'a.png'))).toMatchObject({
      finding: { rule: 'media-size' },
    });
  });

  it('refuses a file that is not there', async () => {
    expect(await readMedia(join(folderOf({}), 'a.png'))).toMatchObject({
      finding: { rule: 'media-unreadable' },
    });
  });
});
