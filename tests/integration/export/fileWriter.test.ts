import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileWriter } from '@/lib/server/export/making/fileWriter';
import { folderOf } from '@/tests/fixtures/folder';

describe.each(['waiting', 'meanwhile'] as const)('files that are written %s', (writing) => {
  function writer(folder: string): FileWriter {
    return new FileWriter(join(folder, 'out'), join(folder, 'unfinished'), writing);
  }

  it('have their names when all is done, and leave nothing unfinished', async () => {
    const folder = folderOf({ 'out/articles/a.html': 'old' });
    const forms = { identity: 'new', br: Buffer.from('br'), gzip: Buffer.from('gz') };
    await Promise.all([
      writer(folder).writeText('articles/a.html', forms),
      writer(folder).write('robots.txt', 'Allow'),
    ]);
    const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');
    expect(read('articles/a.html')).toBe('new');
    expect(read('articles/a.html.br')).toBe('br');
    expect(read('articles/a.html.gz')).toBe('gz');
    expect(read('robots.txt')).toBe('Allow');
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });

  it('leave the old one whole where the new one cannot take its place', async () => {
    const folder = folderOf({});
    mkdirSync(join(folder, 'out', 'a.html', 'in-the-way'), { recursive: true });
    await expect(writer(folder).write('a.html', 'new')).rejects.toThrow(/EISDIR|ENOTEMPTY/);
    expect(readdirSync(join(folder, 'unfinished'))).toEqual([]);
  });
});
