import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '@/lib/archive/reader';
import type { Shown } from '@/lib/archive/shown';
import { ownFiles } from '@/lib/server/export/folder';
import { madeBodies } from '@/lib/server/export/making/madeBodies';
import { Manifest } from '@/lib/server/export/manifest/manifest';
import { hashOf } from '@/lib/site/hashOf';
import type { ArticleSlug } from '@/lib/site/slug';
import { temporaryFolder } from '@/tests/support/content';

const out = temporaryFolder();
const slug = 'river-levels' as ArticleSlug;
const file = join(out, 'articles', `${slug}.json`);
const manifest = Manifest.open(ownFiles(out).manifest);
let shown: Set<Shown>;

/** The body, as a process that has just started finds it; what it shows is noted. */
const body = (): string | null => madeBodies(out, manifest)({ shown } as unknown as Reader, slug);

beforeEach(() => {
  shown = new Set();
  const content = JSON.stringify({ title: 'River levels', html: '<p>Low.</p>' });
  mkdirSync(join(out, 'articles'), { recursive: true });
  writeFileSync(file, content);
  const made = {
    address: `/articles/${slug}.json`,
    file: `articles/${slug}.json`,
    making: 'document',
    hash: hashOf(content),
    shown: ['site', `article:${slug}`, 'media:media/dam.jpg', 'author:aliya-haidar'],
    needs: [],
    links: [],
  } as const;
  manifest.write(() => manifest.put(made, 1));
});

afterAll(() => manifest.close());

describe('a body in the data that an export has', () => {
  it('is taken from there, with the pictures that it shows', () => {
    expect(body()).toBe('<p>Low.</p>');
    expect([...shown]).toEqual(['media:media/dam.jpg']);
  });

  it('is rendered while the data is to be made anew', () => {
    manifest.outdate([`article:${slug}`]);
    expect(body()).toBeNull();
    expect([...shown]).toEqual([]);
  });

  it('is rendered where the file is gone, or is not the one that was made', () => {
    rmSync(file);
    expect(body()).toBeNull();
    writeFileSync(file, JSON.stringify({ title: 'River levels', html: '<p>Bought.</p>' }));
    expect(body()).toBeNull();
  });

  it('is another one in the same process as soon as there is another', () => {
    const find = madeBodies(out, manifest);
    const reader = { shown } as unknown as Reader;
    expect(find(reader, slug)).toBe('<p>Low.</p>');
    const content = JSON.stringify({ html: '<p>High.</p>' });
    writeFileSync(file, content);
    manifest.run('UPDATE file SET hash = ?', hashOf(content));
    expect(find(reader, slug)).toBe('<p>High.</p>');
  });
});
