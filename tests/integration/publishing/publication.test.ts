import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { newest } from '@/lib/archive/queries/lists';
import { Publication } from '@/lib/publishing/publication';
import { readEnvironment } from '@/lib/site/environment';
import { folderOf } from '../../fixtures/folder';
import { SOUND_PUBLICATION } from '../../fixtures/soundPublication';

function environment() {
  return readEnvironment({
    CONTENT_DIR: folderOf(SOUND_PUBLICATION),
    DATA_DIR: folderOf({}),
  });
}

function slugs(publication: Publication): string[] {
  return publication.read((reader) => newest(reader, { kind: 'all' }, 100).map(({ slug }) => slug));
}

const PAGE = 4096;

/** Writes over the page of the archive that its articles begin in. */
function damage(path: string, page: number): void {
  const content = readFileSync(path);
  writeFileSync(path, content.fill(0xa5, (page - 1) * PAGE, page * PAGE));
}

describe('the publication of a process', () => {
  it('makes an archive anew that turns out to be damaged as it is synced', async () => {
    const settings = environment();
    const before = Publication.open(settings);
    await before.sync();
    const expected = slugs(before);
    expect(expected).not.toEqual([]);
    const root = before.database
      .query<{ rootpage: number }>("SELECT rootpage FROM sqlite_schema WHERE name = 'article'")
      .get();
    before.database.query('PRAGMA wal_checkpoint(TRUNCATE)').all();
    before.database.close();
    const path = join(settings.dataDir, 'archive.db');
    damage(path, root?.rootpage ?? 0);
    // What is read again is written, which shows the damage.
    appendFileSync(join(settings.contentDir, 'articles/2026/02/dam-opens.md'), '\nMore.\n');
    const told = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => told.mockRestore());
    const after = Publication.open(settings);
    onTestFinished(() => after.database.close());
    await after.sync();
    expect(slugs(after)).toEqual(expected);
    expect(told).toHaveBeenCalledWith(`The archive ${path} is damaged or gone, and is made anew.`);
  });
});
