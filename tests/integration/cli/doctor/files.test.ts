import { chmodSync, closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { archive } from '@/lib/cli/doctor/checks/archive';
import { content } from '@/lib/cli/doctor/checks/content';
import { ratesStore } from '@/lib/cli/doctor/checks/ratesStore';
import { secrets } from '@/lib/cli/doctor/checks/secrets';
import type { Installation } from '@/lib/cli/doctor/finding';
import { Publication } from '@/lib/publishing/publication';
import { folderOf } from '@/tests/fixtures/folder';
import { GitRepository } from '@/tests/fixtures/gitRepository';
import { SOUND_PUBLICATION } from '@/tests/fixtures/soundPublication';
import { installation, levels } from './installation';

describe('content', () => {
  it('is read from a folder', async () => {
    const folder = folderOf({ 'content/site.yml': 'name: A\n', 'empty/x': '' });
    expect(await levels(content, installation({}, folder))).toEqual(['ok']);
    expect(await levels(content, installation({ CONTENT_DIR: 'empty' }, folder))).toEqual([
      'warning',
    ]);
    expect(await levels(content, installation({ CONTENT_DIR: 'none' }, folder))).toEqual(['error']);
  });

  it('is read from a repository, of which somebody has to tell', async () => {
    const { folder } = GitRepository.of({ 'content/site.yml': 'name: A\n' });
    const of = (more: Record<string, string>) => installation({ CONTENT_REPO: folder, ...more });
    expect(await levels(content, of({ PUBLISH_POLL: '60' }))).toEqual(['ok']);
    expect(await levels(content, of({}))).toEqual(['ok', 'warning']);
    expect(await levels(content, of({ CONTENT_BRANCH: 'live' }))).toEqual(['error']);
    const gone = of({ CONTENT_REPO: join(folder, 'gone') });
    expect(await levels(content, gone)).toEqual(['error']);
  });
});

describe('archive and store of rates', () => {
  async function filled(files: Readonly<Record<string, string>>): Promise<Installation> {
    const folder = folderOf({ ...SOUND_PUBLICATION, ...files });
    const found = installation({ CONTENT_DIR: '.', DATA_DIR: folderOf({}) }, folder);
    const publication = Publication.open(found.environment);
    await publication.sync();
    for (const database of [publication.database, publication.rateBook.store]) {
      // Into the main file, which is what the tests damage.
      database.query('PRAGMA wal_checkpoint(TRUNCATE)').get();
      database.close();
    }
    return found;
  }

  it('may be missing', async () => {
    expect(await levels(archive, installation())).toEqual(['ok']);
    expect(await levels(ratesStore, installation())).toEqual(['ok']);
  });

  it('are sound, and tell of errors in the content', async () => {
    const sound = await filled({});
    expect(await levels(archive, sound)).toEqual(['ok', 'ok']);
    expect(await levels(ratesStore, sound)).toEqual(['ok']);
    const broken = await filled({ 'authors/nobody.md': '---\nname: [\n---\n' });
    expect(await levels(archive, broken)).toEqual(['ok', 'warning']);
  });

  it.each([
    ['archive.db', archive, 'warning'],
    ['rates.db', ratesStore, 'error'],
  ] as const)('are damaged: %s', async (name, check, level) => {
    const found = await filled({});
    overwrite(join(found.environment.dataDir, name));
    expect(await levels(check, found)).toEqual([level]);
  });
});

/** From the second page on, so that SQLite still takes it for one of its files. */
function overwrite(path: string): void {
  const file = openSync(path, 'r+');
  const size = statSync(path).size;
  const rubbish = Buffer.alloc(Math.max(4096, size - 4096), 0xa5);
  writeSync(file, rubbish, 0, rubbish.length, 4096);
  closeSync(file);
}

describe('secrets', () => {
  const GOOD = '0123456789abcdef0123456789abcdef';

  it.each([
    [GOOD, 'ok'],
    ['0123456789abcdef', 'warning'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'error'],
  ] as const)('are judged without being shown: %s', async (secret, level) => {
    const [finding] = await secrets.run(installation({ PUBLISH_SECRET: secret }));
    expect(finding?.level).toBe(level);
    expect(JSON.stringify(finding)).not.toContain(secret);
  });

  it.each([
    [0o600, 'ok'],
    [0o640, 'warning'],
    [0o644, 'error'],
  ] as const)('stand in a file with the rights %o: %s', async (mode, level) => {
    const folder = folderOf({ '.env': `PUBLISH_SECRET=${GOOD}\n` });
    chmodSync(join(folder, '.env'), mode);
    expect(await levels(secrets, installation({}, folder))).toEqual([level]);
  });

  it('stand beside settings that nobody knows', async () => {
    const folder = folderOf({ '.env': 'SITE_ULR=https://news.example\nNODE_OPTIONS=\n' });
    const [finding, ...more] = await secrets.run(installation({}, folder));
    expect(finding).toMatchObject({ level: 'warning', mend: 'SITE_URL is meant?' });
    expect(more).toEqual([]);
  });
});
